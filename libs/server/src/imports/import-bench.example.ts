import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Import } from '@crm/api-contract/imports';
import type { imports } from '@crm/api-contract/imports';
import type { InputOf } from '@crm/api-contract/wire';
import { FixedClock } from '@crm/platform/clock';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from '../data-access/index.js';
import { booksOn } from './books/ledger-books.example.js';
import { ImportsService } from './imports.service.js';
import { AcceptUpload } from './steps/accept-upload.js';
import { ChangeInstructions } from './steps/change-instructions.js';
import { CheckRows } from './steps/check-rows.js';
import { CommitRows } from './steps/commit-rows.js';
import { ReadSheet } from './steps/read-sheet.js';
import { RevertRows } from './steps/revert-rows.js';

const cases = join(__dirname, '../../../../test/fixtures/cases');
/** A workbook of test/fixtures/cases by the beginning of its name. */
export const caseFile = (name: string): Buffer => readFileSync(join(cases, name));

export type ImportBench = Awaited<ReturnType<typeof importBench>>;

/** The steps of an import on a database of its own, as the API and the worker take them; the manager acts. */
export async function importBench(instant = '2026-11-20T02:00:00Z') {
  const opened: OpenedDatabase = await openedDatabase();
  const { database } = opened;
  const books = booksOn(database, instant);
  const manager: Actor = await anActor(opened, 'manager');
  const uploads = new AcceptUpload(database);
  const service = new ImportsService(database, books, new FixedClock(instant));
  const instructions = new ChangeInstructions(database);
  const reading = new ReadSheet(database, async (file) => readSpreadsheet(file));
  const checking = new CheckRows(database, books);
  const committing = new CommitRows(database, books);
  const reverting = new RevertRows(database, books);
  const one = (id: string): Promise<Import> => service.one(manager, id, 'zh');
  return {
    opened,
    manager,
    one,
    query: <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      database.read((rows) => rows.rows<Row>(sql, values)),
    async checked(content: Buffer, fileName: string, kind: Import['kind'] = 'contract-ledger') {
      const { id } = await uploads.accept(manager, { kind, fileName, content }, 'zh');
      await reading.read(id);
      await checking.check(id);
      return one(id);
    },
    async changed({ id, version }: Import, change: InputOf<typeof imports.change>['body']) {
      await instructions.change(manager, id, version, change, 'zh');
      await reading.read(id);
      await checking.check(id);
      return one(id);
    },
    async committed({ id }: Import) {
      await service.commit(manager, id, 'zh');
      await committing.commit(id);
      return one(id);
    },
    async reverted({ id }: Import) {
      await service.revert(manager, id, 'zh');
      await reverting.revert(id);
      return one(id);
    },
  };
}

/** "3 D uscc.check" of each fault. */
export const faultsOf = ({ errors }: Import): string[] =>
  errors.map(({ row, column, code }) => `${row} ${column ?? '-'} ${code}`);
export const countsOf = ({ counts }: Import) => counts && [counts.valid, counts.invalid, counts.skipped];
export const noticesOf = ({ notices }: Import) =>
  Object.fromEntries(notices.map(({ notice, count }) => [notice, count]));
