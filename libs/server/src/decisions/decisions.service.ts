import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Decision, decisions } from '@crm/api-contract/decisions';
import type { CommitmentInFull, commitments } from '@crm/api-contract/commitments';
import type { InputOf } from '@crm/api-contract/wire';
import { wasSigned, type ContractState } from '@crm/domain/contracts';
import { addDays } from '@crm/domain/days';
import { decide } from '@crm/domain/decisions';
import { decimal, plain, roundForShow } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import type { PromisedIndicator } from '@crm/domain/standards';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { ApprovalsService, type ApprovalRecord } from '../approvals/index.js';
import { CommitmentsService, grantWaiver } from '../commitments/index.js';
import { inWan, measureOf } from '../assessments/index.js';
import { amountOf, visibleContracts } from '../contracts/index.js';
import { Where, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { clausesInForce } from './clauses.store.js';
import {
  DECISION_COLUMNS,
  DECISION_FROM,
  decisionViews,
  type DecidedClause,
  type DecisionRow,
} from './decisions.store.js';
import { consequenceView, missedOf, withConsequences } from './missed.store.js';

type Asked = InputOf<typeof decisions.create>['body'];

/** 执行 · 延期 · 豁免: asked for by one person, in effect when another has approved it. History is only ever added to. */
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
          sorts: { requestedAt: 't.requested_at', year: 't.year' },
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

  /** 豁免 of one commitment and year, as its own verb. */
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

  /** Money received on enforcing. Refuses `decision.not-enforced`, `decimal.positive`, `date.future`. */
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
      await tx.run(
        `INSERT INTO consequence_outcome (id, decision_id, received_wan, entered, received_on, note, entered_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, amount.wan, amount.entered, receivedOn, note ?? '', actor.userId],
      );
      await publish(tx, { topic: 'contracts', id: decision.contractId });
      return this.byId(tx, actor, id);
    });
  }

  private async ask(
    tx: Tx,
    actor: Actor,
    { commitmentId, year, kind, clauseIds = [], until: asked, reason }: Asked,
  ): Promise<Decision> {
    const today = this.clock.today();
    const until = asked ?? null;
    const about = await this.promise(tx, actor, commitmentId);
    if (!wasSigned(about.status)) throw Refusal.conflict('contract.not-signed', { status: about.status });
    if (
      kind === 'waive' &&
      (await tx.one('SELECT 1 FROM waiver WHERE commitment_id = $1 AND year = $2 AND known_to IS NULL', [
        commitmentId,
        year,
      ]))
    )
      throw Refusal.conflict('waiver.exists', { year });
    const [missed] = await withConsequences(tx, await missedOf(tx, commitmentId, year), today);
    const earlier =
      missed?.earlier ??
      (await tx.rows<{ kind: Decision['kind']; state: Decision['state']; until: string | null }>(
        `SELECT kind, state, until
         FROM consequence_decision
         WHERE commitment_id = $1 AND year = $2
         ORDER BY requested_at, id`,
        [commitmentId, year],
      ));
    const { chosen, amountWan } = decide(
      { kind, clauseIds, until },
      {
        verdict: missed?.row.verdict ?? null,
        consequences: missed?.consequences ?? [],
        earlier,
        taken: missed?.taken ?? [],
        today,
      },
    );
    const id = newId();
    const clauses = chosen.map((one): DecidedClause => {
      const { applies: _applies, ...clause } = consequenceView(one);
      return clause;
    });
    await tx.run(
      `INSERT INTO consequence_decision (
         id, contract_id, commitment_id, indicator, year, kind, until, reason, verdict, attainment_percent,
         shortfall_exact, amount_wan_exact, clauses, requested_by
       )
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        about.contract_id,
        commitmentId,
        about.indicator,
        year,
        kind,
        until,
        reason,
        missed?.row.verdict ?? null,
        missed?.row.attainment_percent ?? null,
        missed?.row.shortfall_exact ?? null,
        amountWan && plain(amountWan),
        JSON.stringify(clauses),
        actor.userId,
      ],
    );
    // What is given up or put off weighs as much as what is asked for: without an amount of its own the shortfall
    // decides how many must approve.
    const shortfall = missed?.row.shortfall_exact ?? null;
    const inMoney = inWan(about.indicator, shortfall);
    const weight = amountWan ?? (inMoney && decimal(inMoney));
    const approval = await this.approvals.request(tx, actor, {
      kind: kind === 'waive' ? 'waiver' : 'consequence-decision',
      subjectId: id,
      contractId: about.contract_id,
      amountWan: weight && roundForShow(weight, 6),
      belowStandard: false,
      title: {
        decision: kind,
        indicator: about.indicator,
        year,
        enterpriseName: about.enterprise_name,
        contractNumber: about.number,
        until,
      },
      payload: {
        reason,
        indicator: about.indicator,
        year,
        verdict: missed?.row.verdict ?? null,
        ...measureOf(about.indicator),
        required: missed?.row.required_exact ?? null,
        actual: missed?.row.actual ?? null,
        shortfall,
        attainmentPercent: missed?.row.attainment_percent ?? null,
        until,
        clauses: clauses.map(({ kind: clause, amountWan: amount, cureUntil }) => ({
          kind: clause,
          amountWan: amount,
          cureUntil,
        })),
      },
    });
    await tx.run('UPDATE consequence_decision SET approval_id = $2 WHERE id = $1', [id, approval.id]);
    await publish(tx, { topic: 'contracts', id: about.contract_id });
    return this.byId(tx, actor, id);
  }

  /** In effect from now: cure periods run from today, a waiver is entered and the contract judged again. */
  private async granted(tx: Tx, actor: Actor, approval: ApprovalRecord): Promise<void> {
    const row = known(
      await tx.one<DecisionRow>(`SELECT ${DECISION_COLUMNS} FROM ${DECISION_FROM} WHERE t.id = $1`, [
        approval.subjectId,
      ]),
    );
    const today = this.clock.today();
    const days = new Map(
      (await clausesInForce(tx, [row.contract_id])).get(row.contract_id)?.map((clause) => [clause.id, clause.cureDays]),
    );
    const clauses = row.clauses.map((clause) => fromDay(clause, today, days.get(clause.clauseId) ?? null));
    await tx.run(
      `UPDATE consequence_decision
       SET state = 'granted', decided_by = $2, decided_at = now(), clauses = $3
       WHERE id = $1`,
      [row.id, actor.userId, JSON.stringify(clauses)],
    );
    if (row.kind === 'waive')
      await grantWaiver(
        tx,
        {
          contractId: row.contract_id,
          commitmentId: row.commitment_id,
          year: row.year,
          reason: row.reason,
          requestedBy: row.requested_by,
          decidedBy: actor.userId,
        },
        today,
      );
    await publish(tx, { topic: 'contracts', id: row.contract_id });
  }

  /** Sent back or withdrawn: nothing happens, and the record of it stays. */
  private async closed(
    tx: Tx,
    actor: Actor,
    approval: ApprovalRecord,
    state: 'returned' | 'revoked',
    reason: string | null,
  ): Promise<void> {
    await tx.run(
      `UPDATE consequence_decision
       SET state = $2, decided_by = $3, decided_at = now(), return_reason = $4
       WHERE id = $1`,
      [approval.subjectId, state, actor.userId, reason],
    );
    if (approval.contractId) await publish(tx, { topic: 'contracts', id: approval.contractId });
  }

  private visible(actor: Actor): Where {
    return visibleContracts(actor, this.clock.today(), 'c');
  }

  /** Locks the contract: two decisions about one of its years are asked for one after the other. */
  private async promise(tx: Tx, actor: Actor, commitmentId: string) {
    const where = this.visible(actor).and('m.id = ?', commitmentId);
    interface Promised {
      contract_id: string;
      number: string;
      status: ContractState;
      indicator: PromisedIndicator;
      enterprise_name: string;
    }
    return known(
      await tx.one<Promised>(
        `SELECT m.contract_id, c.number, c.status, m.indicator, e.name AS enterprise_name
         FROM commitment m
         JOIN contract c ON c.id = m.contract_id
         JOIN enterprise e ON e.id = c.enterprise_id ${where.sql}
         FOR NO KEY UPDATE OF c`,
        where.values,
      ),
    );
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<Decision> {
    const where = this.visible(actor).and('t.id = ?', id);
    const row = known(
      await rows.one<DecisionRow>(`SELECT ${DECISION_COLUMNS} FROM ${DECISION_FROM} ${where.sql}`, where.values),
    );
    return known((await decisionViews(rows, [row]))[0]);
  }
}

/** A cure period asked for on one day and approved on another runs from the latter. */
function fromDay(clause: DecidedClause, day: string, cureDays: number | null): DecidedClause {
  if (clause.kind !== 'cure-period' || cureDays === null) return clause;
  const cureUntil = addDays(day, cureDays);
  const { because } = clause;
  const inputs = because.inputs.map((input) => (input.name === 'countedFrom' ? { ...input, value: day } : input));
  return {
    ...clause,
    cureUntil,
    because: {
      ...because,
      inputs,
      formula: because.formula.map((one) => (one.name === 'cureUntil' ? { ...one, value: cureUntil } : one)),
    },
  };
}
