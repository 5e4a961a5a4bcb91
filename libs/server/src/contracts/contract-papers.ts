import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { FileSubjects } from '../files/index.js';
import { visibleContracts } from './contracts.store.js';

/** Everybody who may see a contract may see its files, and those of its milestones. */
@Injectable()
export class ContractPapers implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('contract', (rows, actor, id) => {
      const where = visibleContracts(actor, this.clock.today()).and('t.id = ?', id);
      return rows.one<{ contractId: string }>(`SELECT t.id AS "contractId" FROM contract t ${where.sql}`, where.values);
    });
    this.subjects.register('milestone', (rows, actor, id) => {
      const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
      return rows.one<{ contractId: string }>(
        `SELECT c.id AS "contractId" FROM milestone t JOIN contract c ON c.id = t.contract_id ${where.sql}`,
        where.values,
      );
    });
  }
}
