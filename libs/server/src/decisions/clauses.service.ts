import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { ConsequenceClause as WireClause, consequenceClauses } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { contractKindRules, wasSigned, type ContractKind, type ContractState } from '@crm/domain/contracts';
import { assertClause, type ConsequenceClause } from '@crm/domain/decisions';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { visibleContracts } from '../contracts/index.js';
import { changeRecord, known, listRows, refOf, type Actor } from '../records/index.js';
import { CLAUSE_COLUMNS, CLAUSE_FROM, clauseViews, clausesInForce, insertWording, type ClauseRow } from './clauses.store.js';

/** 后果条款: written on drafts, amended afterwards; no wording is ever overwritten. */
@Injectable()
export class ClausesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof consequenceClauses.list>['query']) {
    return this.database.read(async (rows) => {
      const { contractId, kind, ended } = query.filter;
      const where = visibleContracts(actor, this.clock.today(), 'c.enterprise_id').given(contractId, 't.contract_id = ?').given(kind, 't.kind = ?')
        .given(ended, 'NOT EXISTS (SELECT 1 FROM consequence_wording w WHERE w.clause_id = t.id AND w.known_to IS NULL) = ?');
      const page = await listRows<ClauseRow, (typeof query)['sort']>(rows, { select: CLAUSE_COLUMNS, from: CLAUSE_FROM, where, sorts: { createdAt: 't.created_at' } }, query);
      return { ...page, data: await clauseViews(rows, page.data) };
    });
  }

  /** Refuses `clause.*`, `contract.signed` while it is in review, `access.denied` on a signed contract to whoever may not amend it. */
  create(actor: Actor, { contractId, kind, reason, ...input }: InputOf<typeof consequenceClauses.create>['body']): Promise<WireClause> {
    const clause: ConsequenceClause = { id: newId(), kind, text: input.text, indicators: input.indicators, from: input.from ?? 'breach', cureDays: input.cureDays ?? null, percent: input.percent ?? null };
    assertClause(clause);
    return this.database.transaction(refOf(actor), async (tx) => {
      const said = await this.mayWrite(tx, actor, contractId, reason);
      await tx.run('INSERT INTO consequence_clause (id, contract_id, kind, created_by) VALUES ($1, $2, $3, $4)', [clause.id, contractId, kind, actor.userId]);
      await insertWording(tx, clause, said, actor.userId);
      return this.written(tx, actor, clause.id, contractId);
    });
  }

  /** What is left out stays. Refuses `clause.*`, `version.stale`. */
  amend(actor: Actor, id: string, version: number, { reason, ...input }: InputOf<typeof consequenceClauses.amend>['body']): Promise<WireClause> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const row = await this.row(tx, actor, id);
      const said = await this.mayWrite(tx, actor, row.contract_id, reason);
      const before = (await clausesInForce(tx, [row.contract_id])).get(row.contract_id)?.find((one) => one.id === id);
      if (!before) throw Refusal.conflict('clause.ended');
      const after: ConsequenceClause = {
        ...before, text: input.text ?? before.text, indicators: input.indicators ?? before.indicators, from: input.from ?? before.from, cureDays: input.cureDays === undefined ? before.cureDays : input.cureDays, percent: input.percent === undefined ? before.percent : input.percent,
      };
      if (JSON.stringify(after) === JSON.stringify(before)) throw new Refusal('clause.unchanged');
      assertClause(after);
      await this.moveOn(tx, row, version);
      await insertWording(tx, after, said, actor.userId);
      return this.written(tx, actor, id, row.contract_id);
    });
  }

  end(actor: Actor, id: string, version: number, { reason }: InputOf<typeof consequenceClauses.end>['body']): Promise<WireClause> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const row = await this.row(tx, actor, id);
      await this.mayWrite(tx, actor, row.contract_id, reason);
      const ended = await tx.run('UPDATE consequence_wording SET known_to = now(), end_reason = $2 WHERE clause_id = $1 AND known_to IS NULL', [id, reason]);
      if (ended === 0) throw Refusal.conflict('clause.ended');
      await changeRecord(tx, 'consequence_clause', id, version, {}, () => ({ id, version: row.version }));
      return this.written(tx, actor, id, row.contract_id);
    });
  }

  /** The old wording was known until now. */
  private async moveOn(tx: Tx, row: ClauseRow, version: number): Promise<void> {
    await changeRecord(tx, 'consequence_clause', row.id, version, {}, () => ({ id: row.id, version: row.version }));
    await tx.run('UPDATE consequence_wording SET known_to = now() WHERE clause_id = $1 AND known_to IS NULL', [row.id]);
  }

  /** A draft is written freely; what is signed is amended by whoever may, with a reason. The reason, as it is kept. */
  private async mayWrite(tx: Tx, actor: Actor, contractId: string, reason: string | undefined): Promise<string | null> {
    const where = visibleContracts(actor, this.clock.today()).and('t.id = ?', contractId);
    const contract = known(await tx.one<{ status: ContractState; kind: ContractKind }>(`SELECT t.status, t.kind FROM contract t ${where.sql} FOR UPDATE OF t`, where.values));
    if (!contractKindRules[contract.kind].carriesCommitments) throw new Refusal('clause.kind', { kind: contract.kind });
    if (contract.status === 'draft') return reason || null;
    if (!wasSigned(contract.status)) throw Refusal.conflict('contract.signed', { status: contract.status });
    if (!can(actor, 'approve', 'Commitment')) throw Refusal.forbidden('access.denied', { action: 'approve', subject: 'Commitment' });
    if (!reason) throw new Refusal('clause.reason').at('/reason');
    return reason;
  }

  private async row(tx: Tx, actor: Actor, id: string): Promise<ClauseRow> {
    const where = visibleContracts(actor, this.clock.today(), 'c.enterprise_id').and('t.id = ?', id);
    return known(await tx.one<ClauseRow>(`SELECT ${CLAUSE_COLUMNS} FROM ${CLAUSE_FROM} ${where.sql}`, where.values));
  }

  private async written(tx: Tx, actor: Actor, id: string, contractId: string): Promise<WireClause> {
    await publish(tx, { topic: 'contracts', id: contractId });
    return known((await clauseViews(tx, [await this.row(tx, actor, id)]))[0]);
  }
}
