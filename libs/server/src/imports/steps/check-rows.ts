import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportCounts, RowOutcome } from '@crm/api-contract/imports';
import {
  checkRows,
  questionedFigures,
  checkCalendarRows,
  type CellNotice,
  type CheckedRow,
  type FiguresEntry,
  type Instructions,
  type NoticedCell,
  type UnitCheck,
} from '@crm/domain/imports';
import { failsCheckOnly, normaliseCreditCode } from '@crm/domain/enterprises';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { moveImport } from './change-import.js';
import {
  directoryOf,
  importById,
  lockImport,
  registeredAmong,
  rowsOf,
  writeOutcomes,
  writeProgress,
  type ImportRecord,
  type SheetRowRecord,
  type RowOutcomeRecord,
} from '../imports.store.js';
import type { Standing } from '../books/ledger-book.js';
import { LedgerBooks } from '../books/ledger-books.js';
import { vouchQuestion } from './vouch-question.js';

/** Rows checked without a pause; other work of this process runs in between. */
const ROWS_AT_ONCE = 200;
const ROWS_PER_NEWS = 2_000;

/** The second step: every row is read by the mapping and compared with stored data. It writes only its own results. */
@Injectable()
export class CheckRows {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LedgerBooks,
  ) {}

  async check(importId: string): Promise<void> {
    const read = await this.database.read(async (rows) => {
      const record = await importById(rows, importId);
      return record?.status === 'checking' ? await materialOf(rows, record) : undefined;
    });
    if (!read) return;
    const { record, sheet, directory } = read;
    const grid = {
      rows: sheet.map(({ row, hidden, cells }) => ({
        number: row,
        cells,
        ...(hidden ? { hidden: true as const } : {}),
      })),
      merges: record.merges,
      dateSystem: record.dateSystem,
    };
    const checked: CheckedRow[] = [];
    const reading = checkRows(record.kind, grid, instructionsOf(record, sheet), directory);
    let next = reading.next();
    for (; !next.done; next = reading.next()) {
      checked.push(next.value);
      if (checked.length % ROWS_AT_ONCE === 0) await setImmediate();
      if (checked.length % ROWS_PER_NEWS === 0) await this.tell(record, checked.length, sheet.length);
    }
    await this.keep(record, together(record, checked), next.value);
  }

  private async keep(record: ImportRecord, checked: readonly CheckedRow[], units: readonly UnitCheck[]): Promise<void> {
    const entries = checked.flatMap(({ entry }) => (entry ? [entry] : []));
    const { standings, questions } = await this.database.read((rows) =>
      this.books.for(record.kind).compare(rows, entries, new Set(record.confirmed)),
    );
    const outcomes = checked.map((row) => outcomeOf(row, standings.get(row.row)));
    await this.database.transaction('system:imports', async (tx) => {
      const now = await lockImport(tx, record.id);
      // Somebody changed the mapping or a cell meanwhile. That change has requested its own check.
      if (now?.status !== 'checking' || now.version !== record.version) return;
      await writeOutcomes(tx, record.id, record.headerLast ?? 0, outcomes);
      await writeProgress(tx, record.id, outcomes.length, outcomes.length);
      await moveImport(tx, now, {
        status: 'checked',
        counts: countsOf(outcomes, record.skipped),
        unitChecks: units,
        questions: [...questions, ...vouchQuestion(record, outcomes)],
        notices: [...noticesOf(checked), ...hiddenColumnsOf(record)],
        failure: null,
      });
    });
  }

  private async tell(record: ImportRecord, done: number, total: number): Promise<void> {
    await this.database.transaction('system:imports', async (tx) => {
      await writeProgress(tx, record.id, done, total);
      await publish(tx, {
        topic: 'imports',
        users: [record.createdBy],
        id: record.id,
        facts: { status: 'checking', done, total },
      });
    });
  }
}

/** What a check reads, with the codes somebody vouches for: in this import, or when the firm was registered. */
async function materialOf(rows: Rows, record: ImportRecord) {
  const sheet = await rowsOf(rows, record.id);
  const column = record.columns.find(({ field }) => field === 'creditCode')?.column;
  const typed = sheet.flatMap(
    ({ cells, fixes }) => fixes[String(column)] ?? cells.find((cell) => cell.column === column)?.text ?? [],
  );
  const doubted = [...new Set(typed.filter(failsCheckOnly).map(normaliseCreditCode))];
  const vouched = new Set([
    ...record.vouched.map(({ creditCode }) => creditCode),
    ...(await registeredAmong(rows, doubted)),
  ]);
  return { record, sheet, directory: { ...(await directoryOf(rows)), vouched } };
}

function instructionsOf(record: ImportRecord, sheet: readonly Pick<SheetRowRecord, 'row' | 'fixes'>[]): Instructions {
  return {
    header: { first: record.headerFirst ?? 1, last: record.headerLast ?? 1 },
    columns: record.columns.map(({ column, field, unit }) => ({ column, field, unit })),
    units: record.units,
    fixes: Object.fromEntries(
      sheet.filter(({ fixes }) => Object.keys(fixes).length > 0).map(({ row, fixes }) => [row, fixes]),
    ),
    skipped: record.skipped,
  };
}

/** A valid row may already exist. */
export function outcomeOf(
  { row, kind, outcome, faults, notices, entry }: CheckedRow,
  standing: Standing | undefined,
): RowOutcomeRecord {
  const found = { row, kind, faults, notices, entry: entry ?? null };
  switch (standing?.is) {
    case undefined:
    case 'new':
      return { ...found, outcome };
    case 'unchanged':
      return { ...found, outcome: 'unchanged' };
    case 'differs':
      return {
        ...found,
        outcome: 'differs',
        faults: [{ column: null, field: null, code: standing.code, value: '', facts: standing.facts }],
      };
    case 'refused':
      return {
        ...found,
        outcome: 'invalid',
        faults: [
          {
            column: null,
            field: standing.field ?? 'creditCode',
            code: standing.code,
            value: '',
            facts: standing.facts,
          },
        ],
      };
  }
}

function countsOf(
  outcomes: readonly Pick<RowOutcomeRecord, 'row' | 'kind' | 'outcome'>[],
  skipped: readonly number[],
): ImportCounts {
  const with_ = (outcome: RowOutcome): number => outcomes.filter((row) => row.outcome === outcome).length;
  const passedOver = (kind: CheckedRow['kind']): number =>
    outcomes.filter((row) => row.outcome === 'skipped' && row.kind === kind).length;
  return {
    rows: outcomes.length,
    valid: with_('valid'),
    invalid: with_('invalid'),
    skipped: with_('skipped'),
    unchanged: with_('unchanged'),
    differs: with_('differs'),
    skippedBy: {
      subtotal: passedOver('subtotal'),
      total: passedOver('total'),
      empty: passedOver('empty'),
      note: passedOver('note'),
      header: passedOver('header'),
      heading: passedOver('heading'),
      person: outcomes.filter(({ row, kind }) => kind === 'record' && skipped.includes(row)).length,
    },
  };
}

const columnOfFigure = { investment: 'actualInvestment', output: 'actualOutput', tax: 'actualTax' } as const;

/** Checks between rows, which a single row cannot make. */
function together(record: ImportRecord, checked: readonly CheckedRow[]): readonly CheckedRow[] {
  switch (record.kind) {
    case 'annual-actuals':
      return questioned(record, checked);
    case 'working-days':
      return checkCalendarRows(checked);
    default:
      return checked;
  }
}

/** Marks figures that contradict earlier years. */
function questioned(record: ImportRecord, checked: readonly CheckedRow[]): CheckedRow[] {
  const marks = new Map<number, NoticedCell[]>();
  for (const { row, indicator, notice } of questionedFigures(
    checked.flatMap(({ entry }) => (entry ? [entry as FiguresEntry] : [])),
  )) {
    const column = record.columns.find(({ field }) => field === columnOfFigure[indicator])?.column;
    if (column !== undefined) marks.set(row, [...(marks.get(row) ?? []), { column, notice }]);
  }
  return checked.map((row) =>
    marks.has(row.row) ? { ...row, notices: [...row.notices, ...marks.get(row.row)!] } : row,
  );
}

/** Columns that are imported although the sheet does not show them. */
function hiddenColumnsOf({ columns, hiddenColumns }: ImportRecord): { notice: CellNotice; count: number }[] {
  const count = columns.filter(({ column, field }) => field !== null && hiddenColumns.includes(column)).length;
  return count > 0 ? [{ notice: 'column.hidden', count }] : [];
}

function noticesOf(checked: readonly CheckedRow[]): { notice: CellNotice; count: number }[] {
  const counts = new Map<CellNotice, number>();
  for (const { notice } of checked.flatMap(({ notices }) => notices)) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return [...counts].map(([notice, count]) => ({ notice, count }));
}
