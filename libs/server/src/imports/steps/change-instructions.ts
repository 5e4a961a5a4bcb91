import { Inject, Injectable } from '@nestjs/common';
import type { imports } from '@crm/api-contract/imports';
import type { Locale } from '@crm/api-contract/sentences';
import type { InputOf } from '@crm/api-contract/wire';
import {
  BESIDE,
  besideField,
  doubledFields,
  fieldOf,
  missingFields,
  placeOfLetter,
  unitFor,
  type ColumnUnit,
} from '@crm/domain/imports';
import { creditCode as wholeCode, failsCheckOnly, normaliseCreditCode } from '@crm/domain/enterprises';
import { Refusal, isRefusal, type FieldFault } from '@crm/domain/refusal';
import { DATABASE, Database, type ChangesOf, type Tx } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { refOf, writeRecord, type Actor } from '../../data-access/index.js';
import { demandRight } from './accept-upload.js';
import { demandStatus } from './change-import.js';
import { importTable, type StoredColumn, type VouchedCode } from '../import.entity.js';
import { importView } from '../import.view.js';
import { checkImport, readImport } from '../imports.jobs.js';
import { chosenBeside, importSeenBy, lockImport, rowsOf, writeFix, type ImportRecord } from '../imports.store.js';
import { columnsUnder } from './read-sheet.js';

type Change = InputOf<typeof imports.change>['body'];

/** How a person wants the sheet to be read. Each change requests the necessary check. */
@Injectable()
export class ChangeInstructions {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async change(actor: Actor, id: string, version: number, change: Change, locale: Locale) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const record = await importSeenBy(tx, actor, id);
      demandRight(actor, record.kind);
      await lockImport(tx, id);
      demandStatus(record, [
        'needs-mapping',
        'checking',
        'checked',
        'failed',
        ...(change.sheet === undefined ? [] : (['uploaded'] as const)),
      ]);
      if (record.sheets.length === 0) throw Refusal.conflict('import.state', { status: record.status });
      const columns = await changed(tx, record, actor, change, version, (row) => importView(row, [], locale));
      if (columns === 'read-again') await requestJob(tx, readImport, { importId: id });
      else if (columns === 'checking') await requestJob(tx, checkImport, { importId: id });
      return importView(await importSeenBy(tx, actor, id), [], locale, await chosenBeside(tx, id));
    });
  }
}

async function changed(
  tx: Tx,
  record: ImportRecord,
  actor: Actor,
  change: Change,
  version: number,
  view: (row: ImportRecord) => object,
): Promise<'read-again' | 'checking' | 'needs-mapping'> {
  const save = (changes: ChangesOf<typeof importTable>) =>
    writeRecord(tx, importTable, record.id, version, changes, () => view(record));
  if (change.sheet !== undefined && change.sheet !== record.sheet) {
    if (!record.sheets.some(({ name }) => name === change.sheet))
      throw Refusal.fields([{ pointer: '/sheet', code: 'sheet.unknown' }]);
    await save({ sheet: change.sheet, status: 'uploaded', askedAt: new Date().toISOString() });
    return 'read-again';
  }
  const header =
    change.headerRows ??
    (record.headerFirst === null || record.headerLast === null
      ? null
      : { first: record.headerFirst, last: record.headerLast });
  const columns = mapped(
    record,
    change.headerRows ? await underHeader(tx, record, change.headerRows) : record.columns,
    change.mapping ?? [],
  );
  for (const [at, { row, column, value }] of (change.fixes ?? []).entries()) {
    if (column === null && !besideField[record.kind])
      throw Refusal.fields([{ pointer: `/fixes/${at}/column`, code: 'mapping.column-unknown' }]);
    if ((await writeFix(tx, record.id, row, column === null ? BESIDE : placeOfLetter(column), value)) === 0)
      throw Refusal.fields([{ pointer: `/fixes/${at}/row`, code: 'mapping.row-unknown' }]);
  }
  const skipped = new Set([...record.skipped, ...(change.skip ?? [])]);
  for (const row of change.unskip ?? []) skipped.delete(row);
  const confirmed = [...new Set([...record.confirmed, ...(change.confirm ?? [])])].filter(
    (key) => !(change.unconfirm ?? []).includes(key),
  );
  const vouched = vouchedBy(actor, record, change.vouch ?? []);
  const ready = header !== null && missingFields(record.kind, columns).length === 0;
  const status = ready ? 'checking' : 'needs-mapping';
  await save({
    status,
    askedAt: new Date().toISOString(),
    headerFirst: header?.first ?? null,
    headerLast: header?.last ?? null,
    columns,
    units: { ...record.units, ...(change.units as typeof record.units) },
    skipped: [...skipped].sort((a, b) => a - b),
    confirmed,
    vouched,
  });
  return status;
}

/** Refuses `uscc.check` for a code that is wrong in itself: only its check symbols may differ. */
function vouchedBy(
  { userId }: Actor,
  { vouched }: ImportRecord,
  given: NonNullable<Change['vouch']>,
): readonly VouchedCode[] {
  const at = new Date().toISOString();
  const next = new Map(vouched.map((one) => [one.creditCode, one]));
  for (const [n, { creditCode, reason }] of given.entries()) {
    const code = normaliseCreditCode(creditCode);
    if (reason === null || isWhole(creditCode, `/vouch/${n}/creditCode`)) next.delete(code);
    else next.set(code, { creditCode: code, reason, by: userId, at });
  }
  return [...next.values()];
}

/** Whether a code passes its check, so that nobody needs to vouch for it. */
function isWhole(typed: string, pointer: string): boolean {
  if (failsCheckOnly(typed)) return false;
  try {
    wholeCode(typed);
    return true;
  } catch (thrown) {
    throw isRefusal(thrown) ? thrown.at(pointer) : thrown;
  }
}

async function underHeader(
  tx: Tx,
  record: ImportRecord,
  { first, last }: { first: number; last: number },
): Promise<StoredColumn[]> {
  const sheet = await rowsOf(tx, record.id);
  const end = sheet.at(-1)?.row ?? 0;
  if (last < first || last - first > 2 || last >= end)
    throw Refusal.fields([
      { pointer: '/headerRows', code: 'mapping.header-rows', params: { last: Math.max(1, end - 1) } },
    ]);
  return columnsUnder(
    {
      rows: sheet.map(({ row, cells }) => ({ number: row, cells })),
      merges: record.merges,
      dateSystem: record.dateSystem,
    },
    { first, last },
    record.kind,
  );
}

/** The unit in the header also applies to a column mapped by a person. */
const unitOf = ({ kind }: ImportRecord, { header, field, unit }: StoredColumn, chosen: string | null) =>
  chosen === null ? null : chosen === field ? unit : unitFor(header, fieldOf(kind, chosen));

function mapped(
  record: ImportRecord,
  columns: readonly StoredColumn[],
  choices: NonNullable<Change['mapping']>,
): StoredColumn[] {
  const faults: FieldFault[] = choices.flatMap(({ column, field }, at): FieldFault[] => {
    if (!columns.some((one) => one.column === placeOfLetter(column)))
      return [{ pointer: `/mapping/${at}/column`, code: 'mapping.column-unknown' }];
    return field !== null && !fieldOf(record.kind, field)
      ? [{ pointer: `/mapping/${at}/field`, code: 'field.unknown' }]
      : [];
  });
  const chosen = columns.map((column): StoredColumn => {
    const choice = choices.find((one) => placeOfLetter(one.column) === column.column);
    return choice
      ? {
          ...column,
          field: choice.field,
          unit: choice.unit === undefined ? unitOf(record, column, choice.field) : (choice.unit as ColumnUnit | null),
          confidence: choice.field === null ? 'none' : 'chosen',
        }
      : column;
  });
  const doubled = choices.length > 0 ? doubledFields(chosen) : [];
  if (doubled.length > 0)
    faults.push({ pointer: '/mapping', code: 'mapping.field-twice', params: { fields: doubled.join(', ') } });
  if (faults.length > 0) throw Refusal.fields(faults, { count: faults.length });
  return chosen;
}
