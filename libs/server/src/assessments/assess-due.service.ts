import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type RowOf } from '@crm/platform/db';
import { contractSummaryTable } from './assessment.entity.js';
import { assessContracts } from './assess-contracts.js';

const AT_ONCE = 500;

/** What the calendar alone changes: a year ends, its figures become late, or the due day of an investment passes. */
@Injectable()
export class AssessDueService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs in batches, each in a transaction, so that a killed run continues where it stopped. Returns the number of
   * contracts assessed.
   */
  async assessAll(): Promise<number> {
    const today = this.clock.today();
    for (let judged = 0; ;) {
      const portion = await this.database.transaction('system:commitments', async (tx) => {
        const due = await tx.rows<Pick<RowOf<typeof contractSummaryTable>, 'contractId'>>(
          `SELECT ${contractSummaryTable.pick('s', 'contractId')}
           FROM contract_summary s
           WHERE s.changes_on <= $1
           ORDER BY s.contract_id
           LIMIT $2`,
          [today, AT_ONCE],
        );
        await assessContracts(
          tx,
          due.map((row) => row.contractId),
          today,
        );
        return due.length;
      });
      judged += portion;
      if (portion < AT_ONCE) return judged;
    }
  }

  async assess(contractId: string): Promise<void> {
    await this.database.transaction('system:commitments', (tx) =>
      assessContracts(tx, [contractId], this.clock.today()),
    );
  }
}
