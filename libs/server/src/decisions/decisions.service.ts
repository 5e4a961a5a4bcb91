import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Decision, decisions } from '@crm/api-contract/decisions';
import type { CommitmentInFull, commitments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { decimal } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { ApprovalsService, type ApprovalRecord } from '../approvals/index.js';
import { CommitmentsService } from '../commitments/index.js';
import { amountOf, visibleContracts } from '../contracts/index.js';
import { known, listRows, refOf, type Actor, type Where } from '../data-access/index.js';
import { askDecision } from './ask-decision.js';
import { closeDecision, grantDecision } from './close-decision.js';
import { consequenceDecisionTable, consequenceOutcomeTable } from './decision.entity.js';
import { DECISION_COLUMNS, DECISION_FROM, decisionViews, type DecisionRow } from './decision.view.js';

type Asked = InputOf<typeof decisions.create>['body'];

/**
 * 执行 · 延期 · 豁免: one person requests it, and it takes effect when another has approved it. The history is append-only.
 */
@Injectable()
export class DecisionsService implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly approvals: ApprovalsService,
    private readonly commitments: CommitmentsService,
  ) {}

  onModuleInit(): void {
    for (const kind of ['waiver', 'consequence-decision'] as const) {
      this.approvals.handle(kind, {
        granted: (tx, actor, approval) => this.granted(tx, actor, approval),
        returned: (tx, actor, approval, reason) => this.closed(tx, actor, approval, 'returned', reason),
        revoked: (tx, actor, approval) => this.closed(tx, actor, approval, 'revoked', null),
      });
    }
  }

  list(actor: Actor, query: InputOf<typeof decisions.list>['query']) {
    return this.database.read(async (rows) => {
      const { filter } = query;
      const where = this.visible(actor)
        .given(filter.contractId, 't.contract_id = ?')
        .given(filter.commitmentId, 't.commitment_id = ?')
        .given(filter.enterpriseId, 'c.enterprise_id = ?')
        .given(filter.parkId, 'c.park_id = ?')
        .given(filter.indicator, 't.indicator = ?')
        .given(filter.year, 't.year = ?')
        .given(filter.kind, 't.kind = ?')
        .given(filter.state, 't.state = ?');
      const page = await listRows<DecisionRow, (typeof query)['sort']>(
        rows,
        {
          select: DECISION_COLUMNS,
          from: DECISION_FROM,
          where,
          sorts: consequenceDecisionTable.sorts('t', 'requestedAt', 'year'),
        },
        query,
      );
      return { ...page, data: await decisionViews(rows, page.data) };
    });
  }

  one(actor: Actor, id: string): Promise<Decision> {
    return this.database.read((rows) => this.byId(rows, actor, id));
  }

  /** Refuses `decision.*`, `contract.not-signed`, `waiver.exists`, `approval.open`. */
  create(actor: Actor, asked: Asked): Promise<Decision> {
    return this.database.transaction(refOf(actor), (tx) => this.ask(tx, actor, asked));
  }

  /** 豁免 of one commitment and year, as a verb of its own. */
  waive(
    actor: Actor,
    commitmentId: string,
    { year, reason }: InputOf<typeof commitments.waive>['body'],
  ): Promise<CommitmentInFull> {
    return this.database.transaction(refOf(actor), async (tx) => {
      await this.ask(tx, actor, { commitmentId, year, kind: 'waive', reason });
      return this.commitments.inFull(tx, actor, commitmentId);
    });
  }

  /** Money received on an enforced decision. Refuses `decision.not-enforced`, `decimal.positive`, `date.future`. */
  receive(
    actor: Actor,
    id: string,
    { received, receivedOn, note }: InputOf<typeof decisions.receive>['body'],
  ): Promise<Decision> {
    const amount = amountOf(received, '/received');
    if (decimal(amount.wan).isZero()) throw new Refusal('decimal.positive').at('/received');
    if (receivedOn > this.clock.today())
      throw new Refusal('date.future', { today: this.clock.today() }).at('/receivedOn');
    return this.database.transaction(refOf(actor), async (tx) => {
      const decision = await this.byId(tx, actor, id);
      if (decision.kind !== 'enforce' || decision.state !== 'granted') throw Refusal.conflict('decision.not-enforced');
      await consequenceOutcomeTable.insert(tx, {
        id: newId(),
        decisionId: id,
        receivedWan: amount.wan,
        entered: amount.entered,
        receivedOn,
        note: note ?? '',
        enteredBy: actor.userId,
      });
      await publish(tx, { topic: 'contracts', id: decision.contractId });
      return this.byId(tx, actor, id);
    });
  }

  private async ask(tx: Tx, actor: Actor, asked: Asked): Promise<Decision> {
    const request = await askDecision(tx, actor, asked, this.clock.today());
    const id = request.subjectId;
    const approval = await this.approvals.request(tx, actor, request);
    await consequenceDecisionTable.update(tx, { id }, { approvalId: approval.id });
    if (request.contractId) await publish(tx, { topic: 'contracts', id: request.contractId });
    return this.byId(tx, actor, id);
  }

  private async granted(tx: Tx, actor: Actor, { subjectId }: ApprovalRecord): Promise<void> {
    const contractId = await grantDecision(tx, actor, subjectId, this.clock.today());
    await publish(tx, { topic: 'contracts', id: contractId });
  }

  private async closed(
    tx: Tx,
    actor: Actor,
    { subjectId, contractId }: ApprovalRecord,
    state: 'returned' | 'revoked',
    reason: string | null,
  ): Promise<void> {
    await closeDecision(tx, actor, subjectId, state, reason);
    if (contractId) await publish(tx, { topic: 'contracts', id: contractId });
  }

  private visible(actor: Actor): Where {
    return visibleContracts(actor, this.clock.today(), 'c');
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<Decision> {
    const where = this.visible(actor).and('t.id = ?', id);
    const row = known(
      await rows.one<DecisionRow>(`SELECT ${DECISION_COLUMNS} FROM ${DECISION_FROM} ${where.sql}`, where.values),
    );
    return known((await decisionViews(rows, [row]))[0]);
  }
}
