import type { ClauseChanges } from '@crm/api-contract/decisions';
import { contractKindRules, type ContractKind } from '@crm/domain/contracts';
import { assertClause, type ConsequenceClause } from '@crm/domain/decisions';
import { Refusal } from '@crm/domain/refusal';
import { newId, supersede, type Tx } from '@crm/platform/db';
import type { z } from 'zod';
import { pinned } from '../commitments/index.js';
import type { Actor } from '../data-access/index.js';
import { clausesInForce, endWording, newWording } from './clauses.store.js';
import { consequenceClauseTable, consequenceWordingTable } from './decision.entity.js';

type Changes = z.output<typeof ClauseChanges>;
type Written = NonNullable<Changes['add']>[number];

/** Refuses `clause.kind`: a contract without commitments has no consequence clauses. */
export function assertCarries({ kind }: { readonly kind: ContractKind }): void {
  if (!contractKindRules[kind].carriesCommitments) throw new Refusal('clause.kind', { kind });
}

/** Refuses `clause.days`, `clause.percent` and `clause.indicators`. */
export async function insertClause(
  tx: Tx,
  contractId: string,
  { kind, text, indicators, from, cureDays, percent }: Written,
  reason: string | null,
  enteredBy: string,
  at?: string,
): Promise<string> {
  const clause: ConsequenceClause = {
    id: newId(),
    kind,
    text,
    indicators,
    from: from ?? 'breach',
    cureDays: cureDays ?? null,
    percent: percent ?? null,
  };
  assertClause(clause);
  await consequenceClauseTable.insert(tx, { id: clause.id, contractId, kind, createdBy: enteredBy });
  await consequenceWordingTable.insert(tx, { ...newWording(clause, reason, enteredBy), knownFrom: at });
  return clause.id;
}

/**
 * Adds the next wording; the old one is kept as known until now. Refuses `clause.unchanged`, and what `insertClause`
 * refuses.
 */
export async function rewordClause(
  tx: Tx,
  before: ConsequenceClause,
  { text, indicators, from, cureDays, percent }: Partial<Omit<Written, 'kind'>>,
  reason: string | null,
  enteredBy: string,
  at?: string,
): Promise<void> {
  const after: ConsequenceClause = {
    ...before,
    text: text ?? before.text,
    indicators: indicators ?? before.indicators,
    from: from ?? before.from,
    cureDays: cureDays === undefined ? before.cureDays : cureDays,
    percent: percent === undefined ? before.percent : percent,
  };
  if (JSON.stringify(after) === JSON.stringify(before)) throw new Refusal('clause.unchanged');
  assertClause(after);
  const next = () => newWording(after, reason, enteredBy);
  await supersede(tx, consequenceWordingTable, { clauseId: before.id }, next, { endReason: null }, at);
}

/**
 * What a supplement changes in the clauses of its contract, at its instant. Each clause keeps what it said before.
 * Refuses `clause.*`, `supplement.clause` (not in force on this contract), `field.duplicate`.
 */
export async function changeClauses(
  tx: Tx,
  actor: Actor,
  contract: { readonly id: string; readonly kind: ContractKind },
  { add = [], change = [], end = [] }: Changes,
  reason: string,
  at: string,
): Promise<void> {
  assertCarries(contract);
  const inForce = (await clausesInForce(tx, [contract.id])).get(contract.id) ?? [];
  const touched = new Set<string>();
  const own = (id: string, pointer: string): ConsequenceClause => {
    const clause = inForce.find((one) => one.id === id);
    if (!clause) throw new Refusal('supplement.clause').at(pointer);
    if (touched.has(id)) throw new Refusal('field.duplicate').at(pointer);
    touched.add(id);
    return clause;
  };
  for (const [i, { clauseId, ...input }] of change.entries()) {
    const before = own(clauseId, `/clauses/change/${i}/clauseId`);
    await pinned(`/clauses/change/${i}`, () => rewordClause(tx, before, input, reason || null, actor.userId, at));
  }
  for (const [i, id] of end.entries()) await endWording(tx, own(id, `/clauses/end/${i}`).id, reason || null, at);
  await consequenceClauseTable.update(tx, { id: [...touched] }, {});
  for (const [i, clause] of add.entries())
    await pinned(`/clauses/add/${i}`, () => insertClause(tx, contract.id, clause, reason || null, actor.userId, at));
}

/** A renewal takes over the clauses of the contract it renews. */
export async function carryClauses(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  for (const { id: _id, ...clause } of (await clausesInForce(tx, [from])).get(from) ?? [])
    await insertClause(tx, to, { ...clause, indicators: [...clause.indicators] }, null, actor.userId);
}
