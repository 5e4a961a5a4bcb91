import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import type { RowOf } from '@crm/platform/db';
import { visibleContracts } from '../contracts/index.js';
import { FileSubjects } from '../files/index.js';
import { consequenceDecisionTable } from './decision.entity.js';

/** 附件 of a decision: minutes, notices, bank slips of receipts. Everybody who may see the contract may see them. */
@Injectable()
export class DecisionPapers implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('consequence', async (rows, actor, id) => {
      const where = visibleContracts(actor, this.clock.today(), 'c').and('d.id = ?', id);
      return rows.one<Pick<RowOf<typeof consequenceDecisionTable>, 'contractId'>>(
        `SELECT ${consequenceDecisionTable.pick('d', 'contractId')}
         FROM consequence_decision d
         JOIN contract c ON c.id = d.contract_id
         ${where.sql}`,
        where.values,
      );
    });
  }
}
