import { Inject, Injectable } from '@nestjs/common';
import { can } from '@crm/api-contract/access';
import type { ConsequenceClause as WireClause, consequenceClauses } from '@crm/api-contract/decisions';
import type { InputOf } from '@crm/api-contract/wire';
import { wasSigned } from '@crm/domain/contracts';
import type { ConsequenceClause } from '@crm/domain/decisions';
import { Refusal } from '@crm/domain/refusal';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, type RowOf, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { assertDraft, contractTable, visibleContracts } from '../contracts/index.js';
import { assertReach, known, listRows, refOf, writeRecord, type Actor } from '../data-access/index.js';
import { assertCarries, insertClause, rewordClause } from './change-clauses.js';
import {
  CLAUSE_COLUMNS,
  CLAUSE_FROM,
  clauseViews,
  clausesInForce,
  endWording,
  type ClauseRow,
} from './clauses.store.js';
import { consequenceClauseTable } from './decision.entity.js';

/** 后果条款: edited on drafts. After the signature only a supplement changes them, and no wording is overwritten. */
@Injectable()
export class ClausesService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof consequenceClauses.list>['query']) {
    return this.database.read(async (rows) => {
      const { contractId, kind, ended } = query.filter;
      const where = visibleContracts(actor, this.clock.today(), 'c')
        .given(contractId, 't.contract_id = ?')
        .given(kind, 't.kind = ?')
        .given(
          ended,
          'NOT EXISTS (SELECT 1 FROM consequence_wording w WHERE w.clause_id = t.id AND w.known_to IS NULL) = ?',
        );
      const page = await listRows<ClauseRow, (typeof query)['sort']>(
        rows,
        { select: CLAUSE_COLUMNS, from: CLAUSE_FROM, where, sorts: { createdAt: 't.created_at' } },
        query,
      );
      return { ...page, data: await clauseViews(rows, page.data) };
    });
  }

  /**
   * Refuses `clause.*`. For a contract signed here: `contract.signed`, in review `contract.in-review`. For one recorded
   * as signed: `access.denied` unless the actor may approve commitments, and `clause.reason`.
   */
  create(
    actor: Actor,
    { contractId, reason, ...input }: InputOf<typeof consequenceClauses.create>['body'],
  ): Promise<WireClause> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const contract = await this.locked(tx, actor, contractId);
      const said =
        wasSigned(contract.status) && contract.signedBy === null
          ? mayRecord(actor, reason)
          : this.onDraft(contract, reason);
      const id = await insertClause(tx, contractId, input, said, actor.userId);
      return this.written(tx, actor, id, contractId);
    });
  }

  /** Only on drafts; fields left out stay. Refuses `clause.*`, `contract.*` and `version.stale`. */
  update(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof consequenceClauses.update>['body'],
  ): Promise<WireClause> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { row, before } = await this.ofDraft(tx, actor, id);
      await writeRecord(tx, consequenceClauseTable, id, version, {}, () => ({ id, version: row.version }));
      await rewordClause(tx, before, input, null, actor.userId);
      return this.written(tx, actor, id, row.contractId);
    });
  }

  drop(actor: Actor, id: string, version: number): Promise<WireClause> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const { row } = await this.ofDraft(tx, actor, id);
      await writeRecord(tx, consequenceClauseTable, id, version, {}, () => ({ id, version: row.version }));
      await endWording(tx, id, null);
      return this.written(tx, actor, id, row.contractId);
    });
  }

  private async ofDraft(tx: Tx, actor: Actor, id: string): Promise<{ row: ClauseRow; before: ConsequenceClause }> {
    const row = await this.row(tx, actor, id);
    this.onDraft(await this.locked(tx, actor, row.contractId));
    const before = (await clausesInForce(tx, [row.contractId])).get(row.contractId)?.find((one) => one.id === id);
    if (!before) throw Refusal.conflict('clause.ended');
    return { row, before };
  }

  private onDraft(contract: Signed, reason?: string): string | null {
    assertDraft(contract);
    return reason || null;
  }

  private async locked(tx: Tx, actor: Actor, contractId: string): Promise<Signed> {
    const where = visibleContracts(actor, this.clock.today()).and('t.id = ?', contractId);
    const contract = known(
      await tx.one<Signed>(
        `SELECT ${contractTable.pick('t', 'status', 'kind', 'signedBy')} FROM contract t ${where.sql} FOR UPDATE OF t`,
        where.values,
      ),
    );
    await assertReach(tx, actor, ['create', 'Commitment'], 'contract', contractId, this.clock.today());
    assertCarries(contract);
    return contract;
  }

  private async row(tx: Tx, actor: Actor, id: string): Promise<ClauseRow> {
    const where = visibleContracts(actor, this.clock.today(), 'c').and('t.id = ?', id);
    return known(await tx.one<ClauseRow>(`SELECT ${CLAUSE_COLUMNS} FROM ${CLAUSE_FROM} ${where.sql}`, where.values));
  }

  private async written(tx: Tx, actor: Actor, id: string, contractId: string): Promise<WireClause> {
    await publish(tx, { topic: 'contracts', id: contractId });
    return known((await clauseViews(tx, [await this.row(tx, actor, id)]))[0]);
  }
}

type Signed = Pick<RowOf<typeof contractTable>, 'status' | 'kind' | 'signedBy'>;

/** 补录: records a clause of a contract that was signed elsewhere. Returns the reason, which is stored. */
function mayRecord(actor: Actor, reason: string | undefined): string {
  if (!can(actor, 'approve', 'Commitment'))
    throw Refusal.forbidden('access.denied', { action: 'approve', subject: 'Commitment' });
  if (!reason) throw new Refusal('clause.reason').at('/reason');
  return reason;
}
