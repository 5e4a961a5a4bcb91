import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { FileSubjects } from '../files/index.js';
import { within } from './about-contract.js';

/** Bank slips, invoices, land receipts. Everybody who may see the contract may see them. */
@Injectable()
export class ReceiptEvidence implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('receipt', (rows, actor, id) => {
      const where = within(actor, this.clock.today()).and('t.id = ?', id);
      return rows.one<{ contractId: string }>(
        `SELECT c.id AS "contractId" FROM receipt t JOIN contract c ON c.id = t.contract_id ${where.sql}`,
        where.values,
      );
    });
  }
}
