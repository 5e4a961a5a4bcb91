import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database, type Tx } from '@crm/platform/db';
import { failureOf, moveImport } from './change-import.js';
import { importById, lockImport } from '../imports.store.js';
import { workLong } from './long-transaction.js';
import { LedgerBooks } from '../books/ledger-books.js';
import type { OnProgress } from '../books/ledger-book.js';
import { StepProgress } from './step-progress.js';

/**
 * The revert: removes everything that an import brought, in one transaction. If it is killed, everything is still there
 * and the step is repeated. If later work depends on the import, it stays committed with the reason.
 */
@Injectable()
export class RevertRows {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly books: LedgerBooks,
  ) {}

  async revert(importId: string): Promise<void> {
    const record = await this.database.read((rows) => importById(rows, importId));
    if (record?.status !== 'reverting' || !record.revertedBy) return;
    const rows = record.counts?.valid ?? 0;
    const news = new StepProgress(this.database, record, 'reverting', rows);
    try {
      await this.database.transaction(`user:${record.revertedBy}`, (tx) =>
        this.takeBack(tx, importId, (share) => news.told(Math.round(share * rows))),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      await this.database.transaction('system:imports', async (tx) => {
        const now = await lockImport(tx, importId);
        if (now?.status === 'reverting') await moveImport(tx, now, { status: 'committed', revertedBy: null, failure });
      });
    } finally {
      await news.end();
    }
  }

  private async takeBack(tx: Tx, importId: string, told: OnProgress): Promise<void> {
    await workLong(tx);
    const record = await lockImport(tx, importId);
    if (record?.status !== 'reverting') return;
    await this.books.for(record.kind).revert(tx, importId, record.undo, told);
    await moveImport(tx, record, { status: 'reverted', revertedAt: new Date().toISOString() });
  }
}
