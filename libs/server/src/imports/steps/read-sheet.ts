import { Inject, Injectable } from '@nestjs/common';
import {
  columnsAt,
  doubledFields,
  findHeader,
  GridIndex,
  missingFields,
  shownText,
  type Grid,
  type GuessedColumn,
  type HeaderRows,
} from '@crm/domain/imports';
import { DATABASE, Database } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { SpreadsheetFault, type Sheet, type SpreadsheetReader, type Workbook } from '@crm/platform/spreadsheet';
import { failureOf, moveImport } from './change-import.js';
import type { StoredColumn } from '../import.entity.js';
import { checkImport } from '../imports.jobs.js';
import { fileOf, importById, lockImport, replaceRows, writeProgress, type ImportRecord } from '../imports.store.js';
import { recall } from './remembered-mapping.js';

export const SPREADSHEET_READER = Symbol('SPREADSHEET_READER');

/** The first step: from the file to rows, header and meaning of the columns. Repeating it is harmless. */
@Injectable()
export class ReadSheet {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(SPREADSHEET_READER) private readonly reader: SpreadsheetReader,
  ) {}

  async read(importId: string): Promise<void> {
    const record = await this.database.read((rows) => importById(rows, importId));
    if (record?.status !== 'uploaded') return;
    const file = await this.database.read((rows) => fileOf(rows, importId));
    try {
      const workbook = await this.reader(new Uint8Array(file));
      await this.keep(record, workbook);
    } catch (error) {
      const failure =
        error instanceof SpreadsheetFault ? { code: error.code, facts: { ...error.facts } } : failureOf(error);
      if (!failure) throw error;
      await this.database.transaction('system:imports', (tx) => moveImport(tx, record, { status: 'failed', failure }));
    }
  }

  private async keep(record: ImportRecord, workbook: Workbook): Promise<void> {
    const { dateSystem } = workbook;
    const sheet = chosenSheet(workbook, record);
    const grid: Grid = { rows: sheet.rows, merges: sheet.merges, dateSystem };
    const found = findHeader(grid, record.kind);
    await this.database.transaction('system:imports', async (tx) => {
      const now = await lockImport(tx, record.id);
      if (now?.status !== 'uploaded' || now.version !== record.version) return;
      await replaceRows(
        tx,
        record.id,
        sheet.rows.map(({ number, hidden, cells }) => ({ row: number, hidden: hidden ?? false, cells })),
      );
      const columns = found ? withSamples(grid, found.rows, found.columns) : [];
      const remembered = found ? await recall(tx, record, columns) : undefined;
      const mapped = remembered?.columns ?? columns;
      const ready =
        mapped.length > 0 && missingFields(record.kind, mapped).length === 0 && doubledFields(mapped).length === 0;
      await writeProgress(tx, record.id, 0, sheet.rows.length);
      await moveImport(tx, now, {
        status: ready ? 'checking' : 'needs-mapping',
        sheet: sheet.name,
        sheets: workbook.sheets.map(({ name, visible, rows }) => ({ name, visible, rows: rows.length })),
        dateSystem: dateSystem,
        merges: sheet.merges,
        hiddenColumns: sheet.hiddenColumns,
        headerFirst: found?.rows.first ?? null,
        headerLast: found?.rows.last ?? null,
        columns: mapped,
        units: remembered?.units ?? {},
        skipped: [],
        counts: null,
        failure: null,
        unitChecks: [],
        questions: [],
        confirmed: [],
        notices: [],
      });
      if (ready) await requestJob(tx, checkImport, { importId: record.id });
    });
  }
}

/**
 * The sheet the person chose; otherwise the first visible one with a known header; otherwise the first that is not
 * empty.
 */
function chosenSheet({ sheets, dateSystem }: Workbook, { sheet, kind }: ImportRecord): Sheet {
  const visible = sheets.filter((one) => one.visible && one.rows.length > 0);
  const found =
    sheets.find(({ name }) => name === sheet) ??
    visible.find((one) => findHeader({ ...one, dateSystem }, kind)) ??
    visible[0] ??
    sheets.find(({ rows }) => rows.length > 0);
  if (!found) throw new SpreadsheetFault('sheet.empty');
  return found;
}

const SAMPLES = 3;

/** Adds sample values below each header, so that a person can recognise the column. */
function withSamples(grid: Grid, header: HeaderRows, columns: readonly GuessedColumn[]): StoredColumn[] {
  const records = grid.rows.filter(({ number }) => number > header.last);
  const below = records.slice(0, 20);
  const numbersAt = (column: number): number =>
    records.filter(({ cells }) => cells.some((cell) => cell.column === column && cell.type === 'number')).length;
  return columns.map(({ column, header: text, field, unit, confidence, numbers }) => {
    const samples = below.flatMap((row) =>
      row.cells.filter((cell) => cell.column === column).map((cell) => shownText(cell, grid.dateSystem).slice(0, 40)),
    );
    return {
      column,
      header: text,
      field,
      unit,
      confidence,
      samples: samples.slice(0, SAMPLES),
      numbers: numbers > 0 ? Math.max(numbers, numbersAt(column)) : 0,
    };
  });
}

/** The columns under another header row than the one found. */
export const columnsUnder = (grid: Grid, header: HeaderRows, kind: ImportRecord['kind']): StoredColumn[] =>
  withSamples(grid, header, columnsAt(new GridIndex(grid), header, kind));
