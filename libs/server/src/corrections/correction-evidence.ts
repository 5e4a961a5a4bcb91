import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { visibleContracts } from '../contracts/index.js';
import { FileSubjects } from '../files/index.js';

/** The evidence of a correction: everybody who may see the contract may see it. */
@Injectable()
export class CorrectionEvidence implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('correction', (rows, actor, id) => {
      const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
      return rows.one<{ contractId: string }>(
        `SELECT t.contract_id AS "contractId"
         FROM contract_correction t
         JOIN contract c ON c.id = t.contract_id ${where.sql}`,
        where.values,
      );
    });
  }
}
