import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { milestoneExtensions } from '@crm/api-contract/progress';
import type { InputOf } from '@crm/api-contract/wire';
import { assertExtendable, isLive, owedOn, type Milestone } from '@crm/domain/contracts';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type Tx } from '@crm/platform/db';
import { ApprovalsService, type ApprovalRecord } from '../approvals/index.js';
import { contractTo, milestoneTable, milestonesOf } from '../contracts/index.js';
import { known, refOf, type Actor } from '../data-access/index.js';
import { within } from './about-contract.js';
import { milestoneExtensionTable } from './progress.entity.js';

/** 延期: requested with a reason, granted by another person. The extension is added to the milestone; its plan stays. */
@Injectable()
export class MilestoneExtensionsService implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly approvals: ApprovalsService,
  ) {}

  onModuleInit(): void {
    this.approvals.handle('milestone-extension', {
      granted: (tx, actor, approval) => this.granted(tx, actor, approval),
    });
  }

  /**
   * Refuses `contract.not-signed` unless the contract is live, `milestone.reached`, `milestone.not-planned`,
   * `milestone.extension-not-later`, `milestone.extension-order`, `approval.open`.
   */
  ask(actor: Actor, id: string, { toDay, reason }: InputOf<typeof milestoneExtensions.ask>['body']) {
    return this.database.transaction(refOf(actor), async (tx) => {
      const where = within(actor, this.clock.today()).and('m.id = ?', id);
      const { contractId } = known(
        await tx.one<{ contractId: string }>(
          `SELECT m.contract_id AS "contractId" FROM milestone m JOIN contract c ON c.id = m.contract_id ${where.sql}`,
          where.values,
        ),
      );
      const contract = await contractTo(['create', 'MilestoneExtension'], tx, actor, contractId, this.clock.today());
      if (!isLive(contract.status)) throw Refusal.conflict('contract.not-signed', { status: contract.status });
      const milestone = assertExtendable(await this.milestones(tx, contractId), id, toDay);
      const { id: approvalId, state } = await this.approvals.request(tx, actor, {
        kind: 'milestone-extension',
        subjectId: id,
        contractId,
        title: { milestone: milestone.kind, owedOn: owedOn(milestone), toDay },
        amountWan: null,
        belowStandard: false,
        payload: { milestoneId: id, kind: milestone.kind, owedOn: owedOn(milestone), toDay, reason },
      });
      return { approvalId, state };
    });
  }

  /** Checked again: the milestone may have been reached or moved while the request waited. */
  private async granted(
    tx: Tx,
    actor: Actor,
    { subjectId, contractId, payload, requestedBy }: ApprovalRecord,
  ): Promise<void> {
    const { toDay, reason } = payload as { toDay: string; reason: string };
    await tx.run('SELECT 1 FROM milestone WHERE id = $1 FOR UPDATE', [subjectId]);
    const milestone = assertExtendable(await this.milestones(tx, contractId as string), subjectId, toDay);
    await milestoneExtensionTable.insert(tx, {
      id: newId(),
      milestoneId: subjectId,
      fromDay: owedOn(milestone) as string,
      toDay,
      reason,
      requestedBy,
      approvedBy: actor.userId,
    });
    await milestoneTable.update(tx, { id: subjectId }, {});
  }

  private async milestones(rows: Rows, contractId: string): Promise<Milestone[]> {
    return (await milestonesOf(rows, contractId)).map(({ id, kind, plannedOn, actualOn, extensions }) => ({
      id,
      kind,
      plannedOn,
      actualOn,
      extendedTo: extensions.map(({ toDay }) => toDay),
    }));
  }
}
