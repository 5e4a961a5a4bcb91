import { Inject, Injectable } from '@nestjs/common';
import type { ImportCounts } from '@crm/api-contract/imports';
import type { ImportEntry } from '@crm/domain/imports';
import { DATABASE, Database, type Tx } from '@crm/platform/db';
import { importRowTable } from '../import.entity.js';
import { failureOf, moveImport } from './change-import.js';
import { outcomeOf } from './check-rows.js';
import { actorOf, importById, lockImport, validRows, type RowOutcomeRecord, type ValidRow } from '../imports.store.js';
import { workLong } from './long-transaction.js';
import { LedgerBooks } from '../books/ledger-books.js';
import { remember } from './remembered-mapping.js';
import type { OnProgress } from '../books/ledger-book.js';
import { StepProgress } from './step-progress.js';

/**
 * The third step: all valid rows in one transaction. If it is killed, nothing remains and it is repeated; after it is
 * done, a repetition changes nothing. Data that changed since the check is checked again inside. Progress is reported
 * outside the transaction.
 */
@Injectable()
export class CommitRows {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LedgerBooks,
  ) {}

  async commit(importId: string): Promise<void> {
    const record = await this.database.read((rows) => importById(rows, importId));
    if (record?.status !== 'committing' || !record.committedBy) return;
    const userId = record.committedBy;
    const news = new StepProgress(this.database, record, 'committing', record.counts?.valid ?? 0);
    try {
      await this.database.transaction(`user:${userId}`, (tx) => this.write(tx, importId, userId, news.told));
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      await this.database.transaction('system:imports', async (tx) => {
        const now = await lockImport(tx, importId);
        if (now?.status === 'committing') await moveImport(tx, now, { status: 'failed', failure });
      });
    } finally {
      await news.end();
    }
  }

  private async write(tx: Tx, importId: string, userId: string, told: OnProgress): Promise<void> {
    await workLong(tx);
    const record = await lockImport(tx, importId);
    if (record?.status !== 'committing' || !record.counts) return;
    const rows = await validRows(tx, importId);
    const book = this.books.for(record.kind);
    const confirmed = new Set(record.confirmed);
    const { standings } = await book.compare(tx, rows.map(entryOf), confirmed, record.questions);
    const late = rows
      .map((row) =>
        outcomeOf({ ...row, kind: 'record', outcome: 'valid', entry: entryOf(row) }, standings.get(row.row)),
      )
      .filter(({ outcome }) => outcome !== 'valid');
    await this.tellLate(tx, importId, late);
    const lateRows = new Set(late.map(({ row }) => row));
    const actor = await actorOf(tx, userId);
    const { result, undo } = await book.enter(
      tx,
      actor,
      importId,
      rows.filter(({ row }) => !lateRows.has(row)).map(entryOf),
      {
        confirmed,
        fileName: record.fileName,
        told,
        seenBy: new Map(record.vouched.map(({ creditCode, reason }) => [creditCode, reason])),
      },
    );
    await remember(tx, record, actor);
    await moveImport(tx, record, {
      status: 'committed',
      committedAt: new Date().toISOString(),
      result,
      undo: undo ?? null,
      failure: null,
      counts: recounted(record.counts, late),
    });
  }

  private async tellLate(tx: Tx, importId: string, late: readonly RowOutcomeRecord[]): Promise<void> {
    for (const { row, outcome, faults } of late)
      await importRowTable.update(tx, { importId, row }, { outcome, faults });
  }
}

const entryOf = ({ entry }: ValidRow): ImportEntry => entry;

function recounted(counts: ImportCounts, late: readonly RowOutcomeRecord[]): ImportCounts {
  const became = (outcome: RowOutcomeRecord['outcome']): number => late.filter((row) => row.outcome === outcome).length;
  return {
    ...counts,
    valid: counts.valid - late.length,
    unchanged: counts.unchanged + became('unchanged'),
    differs: counts.differs + became('differs'),
    invalid: counts.invalid + became('invalid'),
  };
}
