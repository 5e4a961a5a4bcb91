import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { visibleContracts } from '../contracts/index.js';
import { FileSubjects } from '../files/index.js';

/** Files of figures, commitments and waivers. Everybody who may see the contract may see them. */
@Injectable()
export class Evidence implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const of = (type: 'actual' | 'commitment' | 'waiver', from: string) =>
      this.subjects.register(type, (rows, actor, id) => {
        const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
        return rows.one<{ contractId: string }>(`SELECT c.id AS "contractId" FROM ${from} ${where.sql}`, where.values);
      });
    of('actual', 'actual t JOIN contract c ON c.id = t.contract_id');
    of('commitment', 'commitment t JOIN contract c ON c.id = t.contract_id');
    of('waiver', 'waiver t JOIN commitment m ON m.id = t.commitment_id JOIN contract c ON c.id = m.contract_id');
  }
}
