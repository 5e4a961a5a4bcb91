import { Inject, Injectable } from '@nestjs/common';
import type { imports } from '@crm/api-contract/imports';
import type { Locale } from '@crm/api-contract/sentences';
import type { InputOf } from '@crm/api-contract/wire';
import { columnLetter, type ImportKind, type StandardEntry } from '@crm/domain/imports';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { requestJob } from '@crm/platform/queue';
import { touchedDrafts } from '../commitments/index.js';
import { anyContains, listRows, refOf, type Actor } from '../data-access/index.js';
import { demandRight } from './steps/accept-upload.js';
import { demandStatus, moveImport } from './steps/change-import.js';
import { importTable } from './import.entity.js';
import { errorWorkbook } from './error-workbook.js';
import { importSummary, importView, sheetRowView } from './import.view.js';
import { commitImport, revertImport } from './imports.jobs.js';
import {
  IMPORT_COLUMNS,
  IMPORT_FROM,
  chosenBeside,
  faultyRows,
  importSeenBy,
  lastRowOf,
  lockImport,
  rowsBetween,
  validRows,
  visibleImports,
  waitingRows,
  writeProgress,
  type ImportRecord,
} from './imports.store.js';
import { LedgerBooks } from './books/ledger-books.js';
import { versionsToAdd } from './books/standards-book.js';
import { templateWorkbook } from './template-workbook.js';

const FAULTS_ON_THE_WIRE = 1_000;
const FAULTS_IN_A_WORKBOOK = 50_000;
const ROWS_AT_ONCE = 200;

/** Rows that a commit deals with: what only differs is left as it is, once no question is open about it. */
const rowsToEnd = (
  { questions, confirmed }: ImportRecord,
  { valid, unchanged, differs }: NonNullable<ImportRecord['counts']>,
): number => valid + unchanged + (questions.every((one) => one.confirmed || confirmed.includes(one.key)) ? differs : 0);

@Injectable()
export class ImportsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LedgerBooks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof imports.list>['query'], locale: Locale) {
    return this.database.read(async (rows) => {
      const { kind, status, status_in: among, q } = query.filter;
      const where = visibleImports(actor)
        .given(kind, 't.kind = ?')
        .given(status, 't.status = ?')
        .given(among, 't.status = ANY(?)');
      if (q) where.and(...anyContains(['t.file_name'], q));
      const page = await listRows<ImportRecord, (typeof query)['sort']>(
        rows,
        {
          select: IMPORT_COLUMNS,
          from: IMPORT_FROM,
          where,
          sorts: importTable.sorts('t', 'createdAt', 'fileName', 'status'),
        },
        query,
      );
      return { ...page, data: page.data.map((record) => importSummary(record, locale)) };
    });
  }

  one(actor: Actor, id: string, locale: Locale) {
    return this.database.read(async (rows) =>
      importView(
        await importSeenBy(rows, actor, id),
        await faultyRows(rows, id, FAULTS_ON_THE_WIRE),
        locale,
        await chosenBeside(rows, id),
      ),
    );
  }

  rows(actor: Actor, id: string, { from = 1, to = from + ROWS_AT_ONCE - 1 }: InputOf<typeof imports.rows>['query']) {
    return this.database.read(async (rows) => {
      const record = await importSeenBy(rows, actor, id);
      const sheet = await rowsBetween(rows, id, from, Math.min(to, from + ROWS_AT_ONCE - 1));
      const shown = sheet.map((row) => sheetRowView(record, row));
      // Before the header is known, a sheet has as many columns as its rows.
      const width = Math.max(-1, ...sheet.flatMap(({ cells }) => cells.map(({ column }) => column))) + 1;
      const columns =
        record.columns.length > 0
          ? record.columns.map(({ column }) => column)
          : Array.from({ length: width }, (_, column) => column);
      return { columns: columns.map(columnLetter), rows: shown, last: await lastRowOf(rows, id) };
    });
  }

  /**
   * The effect of an import of standards on unsigned contracts, as far as this person may see them. It includes
   * unconfirmed versions, so that the person can confirm them knowingly.
   */
  touched(actor: Actor, id: string) {
    return this.database.read(async (rows) => {
      const record = await importSeenBy(rows, actor, id);
      const open = record.kind === 'provincial-standards' && record.status === 'checked';
      const valid = open ? await validRows(rows, id) : [];
      const waiting =
        open && record.questions.some(({ key }) => !record.confirmed.includes(key)) ? await waitingRows(rows, id) : [];
      const entries = [...valid, ...waiting].sort((a, b) => a.row - b.row).map(({ entry }) => entry as StandardEntry);
      const touched = await touchedDrafts(
        rows,
        actor,
        this.clock.today(),
        await versionsToAdd(rows, entries, new Set([...record.confirmed, ...record.questions.map(({ key }) => key)])),
      );
      return { ...touched, waiting: waiting.length };
    });
  }

  /** `import.unit-open`: a unit question is unanswered. `import.nothing`: no row to write, and none is stored. */
  async commit(actor: Actor, id: string, locale: Locale) {
    return this.database.transaction(refOf(actor), async (tx) => {
      demandRight(actor, (await importSeenBy(tx, actor, id)).kind);
      const record = (await lockImport(tx, id)) as ImportRecord;
      demandStatus(record, ['checked']);
      const open = record.unitChecks.filter(({ question }) => question).map(({ group }) => group);
      if (open.length > 0) throw Refusal.conflict('import.unit-open', { groups: open.join(', ') });
      if (!record.counts || rowsToEnd(record, record.counts) === 0) throw Refusal.conflict('import.nothing');
      await moveImport(tx, record, {
        status: 'committing',
        committedBy: actor.userId,
        askedAt: new Date().toISOString(),
        failure: null,
      });
      await writeProgress(tx, id, 0, record.counts.valid);
      await requestJob(tx, commitImport, { importId: id });
      return importView(
        await importSeenBy(tx, actor, id),
        await faultyRows(tx, id, FAULTS_ON_THE_WIRE),
        locale,
        await chosenBeside(tx, id),
      );
    });
  }

  /** Ends an import that waits for a person, with the reason. Refuses `import.state`. */
  async close(actor: Actor, id: string, reason: string, locale: Locale) {
    return this.database.transaction(refOf(actor), async (tx) => {
      demandRight(actor, (await importSeenBy(tx, actor, id)).kind);
      const record = (await lockImport(tx, id)) as ImportRecord;
      demandStatus(record, ['needs-mapping', 'checked']);
      await moveImport(tx, record, { status: 'closed', failure: { code: 'import.closed', facts: { reason } } });
      return importView(
        await importSeenBy(tx, actor, id),
        await faultyRows(tx, id, FAULTS_ON_THE_WIRE),
        locale,
        await chosenBeside(tx, id),
      );
    });
  }

  /**
   * Requests the revert; the worker may remove thousands of contracts. A refusal that is already known comes at once.
   */
  async revert(actor: Actor, id: string, locale: Locale) {
    return this.database.transaction(refOf(actor), async (tx) => {
      demandRight(actor, (await importSeenBy(tx, actor, id)).kind);
      const record = (await lockImport(tx, id)) as ImportRecord;
      demandStatus(record, ['committed']);
      await this.books.for(record.kind).mayRevert(tx, id, record.undo);
      await moveImport(tx, record, {
        status: 'reverting',
        revertedBy: actor.userId,
        askedAt: new Date().toISOString(),
        failure: null,
      });
      await writeProgress(tx, id, 0, record.counts?.valid ?? 0);
      await requestJob(tx, revertImport, { importId: id });
      return importView(
        await importSeenBy(tx, actor, id),
        await faultyRows(tx, id, FAULTS_ON_THE_WIRE),
        locale,
        await chosenBeside(tx, id),
      );
    });
  }

  /** Only the header if no row is faulty. */
  async errorWorkbook(actor: Actor, id: string, locale: Locale): Promise<{ fileName: string; content: Buffer }> {
    const [record, faulty] = await this.database.read(
      async (rows) => [await importSeenBy(rows, actor, id), await faultyRows(rows, id, FAULTS_IN_A_WORKBOOK)] as const,
    );
    const suffix = locale === 'zh' ? '错误行' : 'faulty rows';
    return {
      fileName: `${record.fileName.replace(/\.\w{1,5}$/, '')}-${suffix}.xlsx`,
      content: await errorWorkbook(record, faulty, locale),
    };
  }

  async template(_actor: Actor, kind: ImportKind): Promise<{ fileName: string; content: Buffer }> {
    return templateWorkbook(kind);
  }
}
