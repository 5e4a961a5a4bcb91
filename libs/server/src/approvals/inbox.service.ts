import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { ApprovalInFull, approvals } from '@crm/api-contract/approvals';
import type { InputOf } from '@crm/api-contract/wire';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database } from '@crm/platform/db';
import { accountsOf, listRows, type Actor, type Where } from '../data-access/index.js';
import { approvalTable } from './approval.entity.js';
import { approvalInFull, approvalView, namesIn, type ListedRow } from './approval.view.js';
import {
  LISTED_COLUMNS,
  LISTED_FROM,
  approvers,
  decidedBy,
  stepsOf,
  visibleApprovals,
  waitingFor,
} from './approvals.store.js';

/** What waits for me, what I requested, what I decided. */
@Injectable()
export class ApprovalInboxService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof approvals.list>['query']) {
    return this.database.read(async (rows) => {
      const { mine, kind, state, contractId, subjectId, belowStandard } = query.filter;
      const where = visibleApprovals(actor, this.clock.today())
        .given(kind, 't.kind = ?')
        .given(state, 't.state = ?')
        .given(contractId, 't.contract_id = ?')
        .given(subjectId, 't.subject_id = ?')
        .given(belowStandard, 't.below_standard = ?');
      const looking = { ...actor, accounts: await accountsOf(rows, actor) };
      if (mine === 'todo') waitingFor(where, looking);
      if (mine === 'requested') where.and('t.requested_by = ?', actor.userId);
      if (mine === 'done') decidedBy(where, actor.userId);
      const page = await listRows<ListedRow, (typeof query)['sort']>(
        rows,
        {
          select: LISTED_COLUMNS,
          from: LISTED_FROM,
          where,
          sorts: { ...approvalTable.sorts('t', 'amountWan', 'closedAt'), requestedAt: 't.created_at' },
        },
        query,
      );
      const steps = await stepsOf(
        rows,
        page.data.map(({ id }) => id),
      );
      const names = await namesIn(rows, page.data, steps);
      return {
        ...page,
        data: page.data.map((row) =>
          approvalView(
            row,
            steps.filter((step) => step.approvalId === row.id),
            names,
            looking,
          ),
        ),
      };
    });
  }

  counts(actor: Actor) {
    return this.database.read(async (rows) => {
      const count = async (narrow: (where: Where) => Where) => {
        const where = narrow(visibleApprovals(actor, this.clock.today()));
        return (
          (await rows.one<{ n: number }>(`SELECT count(*)::int AS n FROM ${LISTED_FROM} ${where.sql}`, where.values))
            ?.n ?? 0
        );
      };
      const looking = { ...actor, accounts: await accountsOf(rows, actor) };
      return {
        todo: can(actor, 'approve', 'Approval') ? await count((where) => waitingFor(where, looking)) : 0,
        requested: await count((where) => where.and(`t.requested_by = ? AND t.state = 'pending'`, actor.userId)),
        done: await count((where) => decidedBy(where, actor.userId)),
      };
    });
  }

  signers(_actor: Actor) {
    return this.database.read(async (rows) => ({
      data: await approvers(rows),
    }));
  }

  one(actor: Actor, id: string): Promise<ApprovalInFull> {
    return this.database.read((rows) => approvalInFull(rows, actor, id, this.clock.today()));
  }
}
