import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, Database } from '@crm/platform/db';
import { importJobs } from '../imports.jobs.js';
import { lockImport } from '../imports.store.js';
import { failureOf, moveImport } from './change-import.js';

/** After this time since its last request an import counts as stuck, if no step waits or runs. */
const STUCK_AFTER_MINUTES = 10;

/**
 * Ends an import whose step can never succeed, so that nobody waits for it. Nothing of the step was written. A revert
 * that breaks off leaves the import committed.
 */
@Injectable()
export class GiveUp {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  async end(importId: string, error: unknown): Promise<void> {
    const failure = failureOf(error) ?? { code: 'import.broke-off', facts: {} };
    await this.database.transaction('system:imports', async (tx) => {
      const now = await lockImport(tx, importId);
      switch (now?.status) {
        case 'uploaded':
        case 'checking':
        case 'committing':
          await moveImport(tx, now, { status: 'failed', failure });
          break;
        case 'reverting':
          await moveImport(tx, now, { status: 'committed', revertedBy: null, failure });
      }
    });
  }

  /** Imports for which no job works any more, whatever the reason. */
  async endStuck(): Promise<void> {
    const stuck = await this.database.read((rows) =>
      rows.rows<{ id: string }>(
        `SELECT t.id
         FROM import t
         WHERE t.status IN ('uploaded', 'checking', 'committing', 'reverting')
             AND t.asked_at < now() - make_interval(mins => $1::int)
             AND NOT EXISTS (
               SELECT 1
               FROM job_request r
               WHERE r.done_at IS NULL AND r.job = ANY($2) AND r.payload ->> 'importId' = t.id::text
             )
         ORDER BY t.id
         LIMIT 100`,
        [STUCK_AFTER_MINUTES, importJobs.map(({ name }) => name)],
      ),
    );
    for (const { id } of stuck) await this.end(id, undefined);
  }
}
