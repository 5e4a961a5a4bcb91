import { Inject, Injectable } from '@nestjs/common';
import type { ValuesSheet } from '@crm/api-contract/per-mu-classes';
import { sentenceFor, type Locale } from '@crm/api-contract/sentences';
import { fileNameOf } from '@crm/domain/files';
import { findHeader } from '@crm/domain/imports';
import { readValuesSheet, valuesFields, type SheetFault } from '@crm/domain/per-mu-classes';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database } from '@crm/platform/db';
import { SpreadsheetFault, glance, readInThread, type Workbook } from '@crm/platform/spreadsheet';
import type { Actor } from '../data-access/index.js';
import { firmsNamed } from './find-firms.js';
import { firmsOf, roundById, type RoundRow } from './rounds.store.js';

/** Each file is read in a thread with its own memory, so only this many at once. */
const READ_AT_ONCE = 2;
let reading = 0;

/**
 * The values of a workbook, for the grid. Nothing is written; each unreadable cell is listed with row, column and
 * reason.
 */
@Injectable()
export class ReadValuesService {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** Refuses `evaluation.closed`, `.sheet-header`, `.sheet-rows`, `upload.busy` and `sheet.*`. */
  async read(
    _actor: Actor,
    id: string,
    upload: { readonly fileName: string; readonly content: Buffer },
    locale: Locale,
  ): Promise<ValuesSheet> {
    const round = await this.database.read((rows) => roundById(rows, id));
    if (round.status === 'closed') throw Refusal.conflict('evaluation.closed', { year: round.year });
    const fileName = fileNameOf(upload.fileName);
    const { sheet, ...read } = inSheet(await workbookOf(upload.content), round);
    return this.database.read(async (rows) => {
      const { firms, faults } = await firmsNamed(rows, read.rows, (at) => read.rows[at]!.row);
      const inRound = new Set((await firmsOf(rows, id)).map((firm) => firm.enterpriseId));
      const unknown = faults.map(({ pointer, code, params = {} }): SheetFault => {
        const { row, column, header, firm } = read.rows[Number(pointer.split('/')[2])]!;
        return { row, column, header, item: null, value: firm, code, facts: params };
      });
      return {
        fileName,
        sheet,
        headerRow: read.headerRow,
        columns: [...read.columns],
        unread: [...read.unread],
        skipped: read.skipped,
        rounded: read.rounded,
        rows: read.rows.map(({ row, firm, values }, at) => ({
          row,
          firm: firms[at]?.name ?? firm,
          enterpriseId: firms[at]?.id ?? null,
          joins: firms[at] !== null && !inRound.has(firms[at]!.id),
          values: { ...values },
        })),
        faults: [...read.faults, ...unknown]
          .sort((a, b) => a.row - b.row)
          .map(({ facts, ...fault }) => ({
            ...fault,
            params: { ...facts },
            message: sentenceFor(fault.code, facts, locale),
          })),
      };
    });
  }
}

/** The first visible sheet whose header names enterprises and items. */
function inSheet({ sheets, dateSystem }: Workbook, { items }: RoundRow) {
  const visible = sheets.filter((one) => one.visible && one.rows.length > 0);
  const chosen = visible.find((one) => findHeader({ ...one, dateSystem }, valuesFields(items))) ?? visible[0];
  if (!chosen) throw new Refusal('sheet.empty');
  return { sheet: chosen.name, ...readValuesSheet({ rows: chosen.rows, merges: chosen.merges, dateSystem }, items) };
}

async function workbookOf(content: Buffer): Promise<Workbook> {
  if (reading >= READ_AT_ONCE) throw new Refusal('upload.busy', { retryAfterSeconds: 3 });
  reading += 1;
  try {
    glance(content);
    return await readInThread(new Uint8Array(content));
  } catch (error) {
    if (error instanceof SpreadsheetFault) throw new Refusal(error.code, { ...error.facts });
    throw error;
  } finally {
    reading -= 1;
  }
}
