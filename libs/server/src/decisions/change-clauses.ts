import type { ClauseChanges } from '@crm/api-contract/decisions';
import { contractKindRules, type ContractKind } from '@crm/domain/contracts';
import { assertClause, type ConsequenceClause } from '@crm/domain/decisions';
import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import type { z } from 'zod';
import { pinned } from '../commitments/index.js';
import type { Actor } from '../data-access/index.js';
import { clausesInForce, endWording, insertWording } from './clauses.store.js';

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
  await tx.run('INSERT INTO consequence_clause (id, contract_id, kind, created_by) VALUES ($1, $2, $3, $4)', [
    clause.id,
    contractId,
    kind,
    enteredBy,
  ]);
  await insertWording(tx, clause, reason, enteredBy);
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
  await endWording(tx, before.id, null);
  await insertWording(tx, after, reason, enteredBy);
}

/**
 * Applies the clause changes of a supplement; all wordings are kept. Refuses `clause.*`, `supplement.clause` (not in
 * force on this contract) and `field.duplicate`.
 */
export async function changeClauses(
  tx: Tx,
  actor: Actor,
  contract: { readonly id: string; readonly kind: ContractKind },
  { add = [], change = [], end = [] }: Changes,
  reason: string,
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
  for (const [at, { clauseId, ...input }] of change.entries()) {
    const before = own(clauseId, `/clauses/change/${at}/clauseId`);
    await pinned(`/clauses/change/${at}`, () => rewordClause(tx, before, input, reason || null, actor.userId));
  }
  for (const [at, id] of end.entries()) await endWording(tx, own(id, `/clauses/end/${at}`).id, reason || null);
  await tx.run('UPDATE consequence_clause SET version = version + 1, updated_at = now() WHERE id = ANY($1)', [
    [...touched],
  ]);
  for (const [at, clause] of add.entries())
    await pinned(`/clauses/add/${at}`, () => insertClause(tx, contract.id, clause, reason || null, actor.userId));
}

/** A renewal takes over the clauses of the contract it renews. */
export async function carryClauses(tx: Tx, actor: Actor, from: string, to: string): Promise<void> {
  for (const { id: _id, ...clause } of (await clausesInForce(tx, [from])).get(from) ?? [])
    await insertClause(tx, to, { ...clause, indicators: [...clause.indicators] }, null, actor.userId);
}
