import { Inject, Injectable } from '@nestjs/common';
import { can, type Role } from '@crm/api-contract/access';
import type { ApprovalInFull, approvals } from '@crm/api-contract/approvals';
import type { InputOf } from '@crm/api-contract/wire';
import {
  approvalLifecycle,
  afterApproval,
  assertAddable,
  assertRevocable,
  levelsAsked,
  stepToDecide,
  type ApprovalCase,
  type ApprovalKind,
} from '@crm/domain/approvals';
import { move } from '@crm/domain/lifecycle';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, computed, newId, type Rows, type Tx } from '@crm/platform/db';
import { Where, accountsOf, known, refOf, type Actor } from '../data-access/index.js';
import { caseOf, type ApprovalHandler, type ApprovalRecord, type ApprovalRequest } from './approval.js';
import { approvalStepTable, approvalTable } from './approval.entity.js';
import { approvalInFull } from './approval.view.js';
import {
  LISTED_FROM,
  RECORD_COLUMNS,
  approvalLocked,
  latestCase,
  levelsNow,
  policiesNow,
  stepsOf,
  visibleApprovals,
} from './approvals.store.js';
import { changed, close, decideStep, heard } from './change-approval.js';

/** 审批: any room requests it, this room decides it, and the requesting room carries out the effect. */
@Injectable()
export class ApprovalsService {
  private readonly handlers = new Map<ApprovalKind, ApprovalHandler>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A room registers once, at construction, what happens when a case of its kind is decided. */
  handle(kind: ApprovalKind, handler: ApprovalHandler): void {
    this.handlers.set(kind, handler);
  }

  levelsFor(rows: Rows, question: Pick<ApprovalRequest, 'kind' | 'amountWan' | 'belowStandard'>): Promise<number> {
    return levelsNow(rows, question);
  }

  /**
   * Called inside the use case of the requesting room. The levels come from the policy in force. Without levels the
   * case is granted at once and still recorded. Refuses `approval.open` (conflict: a case of the same subject is
   * pending).
   */
  async request(tx: Tx, actor: Actor, asked: ApprovalRequest): Promise<{ id: string; state: 'pending' | 'granted' }> {
    const levels = levelsAsked(await policiesNow(tx), asked);
    const id = newId();
    const state = levels.length > 0 ? ('pending' as const) : ('granted' as const);
    const asks = await approvalTable.insert(
      tx,
      {
        ...asked,
        id,
        state,
        level: levels.length > 0 ? 1 : null,
        levels: levels.length,
        requestedBy: actor.userId,
        closedBy: state === 'granted' ? actor.userId : null,
        closedAt: state === 'granted' ? computed('now()') : null,
      },
      `(kind, subject_id) WHERE state = 'pending' DO NOTHING`,
    );
    if (!asks) throw Refusal.conflict('approval.open');
    for (const [index, by] of levels.entries()) {
      await approvalStepTable.insert(tx, {
        id: newId(),
        approvalId: id,
        level: index + 1,
        role: 'role' in by ? by.role : null,
        userIds: 'role' in by ? null : [...by.userIds],
      });
    }
    if (state === 'granted')
      await this.tell(known(await approvalLocked(tx, id)), (handler, record) => handler.granted(tx, actor, record));
    else await heard(tx, id);
    return { id, state };
  }

  openOf(
    rows: Rows,
    which: { kind?: ApprovalKind; subjectId?: string; contractId?: string },
  ): Promise<ApprovalRecord[]> {
    const where = new Where()
      .and(`t.state = 'pending'`)
      .given(which.kind, 't.kind = ?')
      .given(which.subjectId, 't.subject_id = ?')
      .given(which.contractId, 't.contract_id = ?');
    return rows.rows<ApprovalRecord>(
      `SELECT ${RECORD_COLUMNS} FROM approval t ${where.sql} ORDER BY t.created_at, t.id`,
      where.values,
    );
  }

  latestOf(rows: Rows, kind: ApprovalKind, subjectId: string): Promise<ApprovalRecord | undefined> {
    return latestCase(rows, kind, subjectId);
  }

  /**
   * Called by the requesting room, when the request is taken back or has lost its subject: for a pending case, or a
   * granted one that is not used yet. No handler runs, since the room knows.
   */
  async withdraw(tx: Tx, actor: Actor, id: string, reason: string | null = null): Promise<void> {
    const row = known(await approvalLocked(tx, id));
    await close(tx, actor, this.clock.now(), row, row.version, move(approvalLifecycle, row.state, 'revoked'), reason);
    await heard(tx, id);
  }

  /** Signs the current level. With the last signature the case is granted, and the requesting room carries it out. */
  approve(actor: Actor, id: string, version: number, note: string): Promise<ApprovalInFull> {
    return this.deciding(actor, id, async (tx, row, now) => {
      const step = stepToDecide(now, actor);
      const { state, level } = afterApproval(now, step.id, actor.userId);
      await decideStep(tx, actor, step.id, 'approved', note);
      if (state === 'pending') await changed(tx, id, version, { level });
      else
        await this.tell(
          await close(tx, actor, this.clock.now(), row, version, move(approvalLifecycle, row.state, 'granted'), null),
          (handler, record) => handler.granted(tx, actor, record),
        );
    });
  }

  return(actor: Actor, id: string, version: number, reason: string): Promise<ApprovalInFull> {
    return this.deciding(actor, id, async (tx, row, now) => {
      await decideStep(tx, actor, stepToDecide(now, actor).id, 'returned', reason);
      const record = await close(
        tx,
        actor,
        this.clock.now(),
        row,
        version,
        move(approvalLifecycle, row.state, 'returned'),
        reason,
      );
      await this.tell(record, (handler, closed) => handler.returned?.(tx, actor, closed, reason));
    });
  }

  /** Refuses `approval.signer` if the added person may not approve. */
  addSigner(
    actor: Actor,
    id: string,
    version: number,
    { userId, reason }: InputOf<typeof approvals.addSigner>['body'],
  ): Promise<ApprovalInFull> {
    return this.deciding(actor, id, async (tx, row, now) => {
      assertAddable(now, actor, userId);
      const signer = await tx.one<{ role: Role }>('SELECT role FROM app_user WHERE id = $1 AND disabled_at IS NULL', [
        userId,
      ]);
      if (!signer || !can(signer, 'approve', 'Approval')) throw new Refusal('approval.signer').at('/userId');
      await approvalStepTable.insert(tx, {
        id: newId(),
        approvalId: id,
        level: row.level as number,
        role: null,
        userIds: [userId],
        addedBy: actor.userId,
        addedReason: reason,
      });
      await changed(tx, id, version, {});
    });
  }

  revoke(actor: Actor, id: string, version: number, reason: string | null): Promise<ApprovalInFull> {
    return this.deciding(actor, id, async (tx, row, now) => {
      assertRevocable(now, actor.userId);
      const record = await close(
        tx,
        actor,
        this.clock.now(),
        row,
        version,
        move(approvalLifecycle, row.state, 'revoked'),
        reason,
      );
      await this.tell(record, (handler, closed) => handler.revoked?.(tx, actor, closed));
    });
  }

  private deciding(
    actor: Actor,
    id: string,
    verb: (tx: Tx, row: ApprovalRecord, now: ApprovalCase) => Promise<void>,
  ): Promise<ApprovalInFull> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const where = visibleApprovals(actor, this.clock.today()).and('t.id = ?', id);
      known(await tx.one(`SELECT t.id FROM ${LISTED_FROM} ${where.sql}`, where.values));
      const row = known(await approvalLocked(tx, id));
      await verb(tx, row, caseOf(row, await stepsOf(tx, [id]), { ...actor, accounts: await accountsOf(tx, actor) }));
      await heard(tx, id);
      return approvalInFull(tx, actor, id, this.clock.today());
    });
  }

  private async tell(
    record: ApprovalRecord,
    what: (handler: ApprovalHandler, record: ApprovalRecord) => Promise<void> | undefined,
  ): Promise<void> {
    const handler = this.handlers.get(record.kind);
    if (!handler) throw new Error(`nobody answers for approvals of the kind ${record.kind}`);
    await what(handler, record);
  }
}
