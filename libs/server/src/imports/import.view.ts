import type { Import, ImportFault, ImportSummary, SheetRow } from '@crm/api-contract/imports';
import { sentenceFor, type Locale } from '@crm/api-contract/sentences';
import {
  BESIDE,
  columnLetter,
  doubledFields,
  fieldsOf,
  groupOf,
  groupUnits,
  missingFields,
  shownText,
  type CellFault,
} from '@crm/domain/imports';
import { refusalFactsInWords } from './workbook-words.js';
import type { ImportRecord, ImportRowRecord } from './imports.store.js';

const TOLD_FAULTS = 1_000;
const joined = (header: readonly string[]): string => header.join(' ');
const headerOf = ({ columns }: ImportRecord, column: number | null): string =>
  joined(columns.find((one) => one.column === column)?.header ?? []);

export const importSummary = (record: ImportRecord, locale: Locale): ImportSummary => ({
  id: record.id,
  kind: record.kind,
  fileName: record.fileName,
  bytes: record.bytes,
  status: record.status,
  // Imports of earlier versions counted no headings.
  counts: record.counts && {
    ...record.counts,
    skippedBy: { ...record.counts.skippedBy, heading: record.counts.skippedBy.heading ?? 0 },
  },
  failure: record.failure && {
    code: record.failure.code,
    message: sentenceFor(record.failure.code, refusalFactsInWords(record.failure.facts, locale), locale),
    params: { ...record.failure.facts },
  },
  progress: { done: record.done ?? 0, total: record.total ?? 0 },
  createdBy: { id: record.createdBy, name: record.createdByName },
  createdAt: record.createdAt,
  committedAt: record.committedAt,
  revertedAt: record.revertedAt,
  version: record.version,
});

export const importView = (
  record: ImportRecord,
  faulty: readonly ImportRowRecord[],
  locale: Locale,
  chosen: Import['chosen'] = [],
): Import => ({
  ...importSummary(record, locale),
  sha256: record.sha256,
  sheet: record.sheet,
  sheets: record.sheets,
  headerRows:
    record.headerFirst === null || record.headerLast === null
      ? null
      : { first: record.headerFirst, last: record.headerLast },
  mapping: record.columns.map(({ column, header, samples, field, unit, confidence }) => ({
    column: columnLetter(column),
    header: [...header],
    samples: [...samples],
    field,
    unit,
    hidden: record.hiddenColumns.includes(column),
    confidence,
  })),
  fields: fieldsOf[record.kind].map(({ field, required }) => {
    const group = groupOf(record.kind, field);
    return {
      field,
      required: required ?? false,
      units: group ? [...groupUnits[group], ...(group === 'promises' ? ['yi-total'] : [])] : [],
    };
  }),
  missing: missingFields(record.kind, record.columns),
  leftOut: record.columns
    .filter(({ field, numbers = 0 }) => field === null && numbers > 0)
    .map(({ column, header, numbers = 0 }) => ({ column: columnLetter(column), header: joined(header), numbers })),
  doubled: doubledFields(record.columns),
  units: record.unitChecks.map((check) => ({
    ...check,
    columns: check.columns.map(columnLetter),
    header: joined(headerShown(record, check)),
    against: letterOfField(record, check.group === 'investment' ? 'promisedInvestment' : 'investment'),
    readings: check.readings.map((reading) => ({ ...reading })),
  })),
  notices: record.notices.map((one) => ({ ...one })),
  errors: faulty
    .flatMap((row) => row.faults.map((fault) => faultView(record, row, fault, locale)))
    .slice(0, TOLD_FAULTS),
  skip: [...record.skipped],
  chosen,
  // Questions of earlier versions had no figures and no firms.
  questions: record.questions.map((one) => ({
    ...one,
    figures: one.figures ?? [],
    firms: one.firms ?? [],
    codes: one.codes ?? [],
    // A code is vouched for by itself.
    confirmed: one.question === 'vouch-codes' ? one.confirmed : record.confirmed.includes(one.key),
  })),
  result: record.result && {
    contracts: 0,
    enterprises: 0,
    projects: 0,
    commitments: 0,
    actuals: 0,
    standards: 0,
    closed: 0,
    years: 0,
    days: 0,
    ...record.result,
  },
});

/** A group shows the header above its columns; a single column the whole of its own. */
const headerShown = ({ columns }: ImportRecord, { columns: [first], group }: ImportRecord['unitChecks'][number]) => {
  const header = columns.find(({ column }) => column === first)?.header ?? [];
  return group === 'days' || group === 'percent' ? header : header.slice(0, 1);
};

const letterOfField = ({ columns }: ImportRecord, field: string): string | null => {
  const found = columns.find((one) => one.field === field);
  return found ? columnLetter(found.column) : null;
};

/** The column of a fault: that of its cell; if a room found it, that of its field. */
export const columnOfFault = ({ columns }: ImportRecord, { column, field }: CellFault): number | null =>
  column ?? columns.find((one) => one.field === field)?.column ?? null;

export function faultView(record: ImportRecord, row: ImportRowRecord, fault: CellFault, locale: Locale): ImportFault {
  const column = columnOfFault(record, fault);
  const value = fault.value !== '' || column === null ? fault.value : shownAt(record, row, column).slice(0, 64);
  return {
    row: row.row,
    column: column === null ? null : columnLetter(column),
    header: headerOf(record, column),
    field: fault.field,
    value,
    code: fault.code,
    message: sentenceFor(fault.code, refusalFactsInWords(fault.facts, locale), locale),
    params: { ...fault.facts },
    fix: row.fixes[String(column ?? BESIDE)] ?? null,
  };
}

export function shownAt(record: ImportRecord, row: ImportRowRecord, column: number): string {
  const cell = row.cells.find((one) => one.column === column);
  return cell ? shownText(cell, record.dateSystem) : '';
}

export function sheetRowView(record: ImportRecord, row: ImportRowRecord): SheetRow {
  const fixed = Object.keys(row.fixes)
    .map(Number)
    .filter((column) => column !== BESIDE);
  const columns = [
    ...new Set([
      ...row.cells.map(({ column }) => column),
      ...fixed,
      ...row.faults.flatMap((fault) => columnOfFault(record, fault) ?? []),
    ]),
  ].sort((a, b) => a - b);
  return {
    row: row.row,
    kind: row.kind ?? 'record',
    outcome: row.outcome,
    hidden: row.hidden,
    cells: columns.map((column) => ({
      column: columnLetter(column),
      text: row.fixes[String(column)] ?? shownAt(record, row, column),
      number: row.cells.find((cell) => cell.column === column)?.type === 'number',
      fault: row.faults.some((fault) => columnOfFault(record, fault) === column),
      noticed: row.notices.some((notice) => notice.column === column),
      fixed: fixed.includes(column),
    })),
  };
}
