import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { visibleContracts } from '../contracts/index.js';
import { FileSubjects } from '../files/index.js';

/** Scans of a supplement belong to the contract it amends. */
@Injectable()
export class SupplementPapers implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('supplement', (rows, actor, id) => {
      const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
      return rows.one<{ contractId: string }>(
        `SELECT t.parent_id AS "contractId"
         FROM contract t
         JOIN contract c ON c.id = t.parent_id ${where.sql}`,
        where.values,
      );
    });
  }
}
