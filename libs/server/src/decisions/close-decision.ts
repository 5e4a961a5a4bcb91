import { addDays } from '@crm/domain/days';
import { computed, type RowOf, type Tx } from '@crm/platform/db';
import { grantWaiver } from '../commitments/index.js';
import { known, type Actor } from '../data-access/index.js';
import { clausesInForce } from './clauses.store.js';
import { consequenceDecisionTable, type DecidedClause } from './decision.entity.js';

/** In effect from now: cure periods begin today, a waiver is entered, and the contract is assessed again. */
export async function grantDecision(tx: Tx, actor: Actor, id: string, today: string): Promise<string> {
  const [found] = await tx.rows<RowOf<typeof consequenceDecisionTable>>(
    `SELECT ${consequenceDecisionTable.every('d')} FROM consequence_decision d WHERE d.id = $1`,
    [id],
  );
  const row = known(found);
  const inForce = (await clausesInForce(tx, [row.contractId])).get(row.contractId) ?? [];
  const days = new Map(inForce.map((clause) => [clause.id, clause.cureDays]));
  await consequenceDecisionTable.update(
    tx,
    { id },
    {
      state: 'granted',
      decidedBy: actor.userId,
      decidedAt: computed('now()'),
      clauses: row.clauses.map((clause) => fromDay(clause, today, days.get(clause.clauseId) ?? null)),
    },
  );
  if (row.kind === 'waive')
    await grantWaiver(
      tx,
      {
        contractId: row.contractId,
        commitmentId: row.commitmentId,
        year: row.year,
        reason: row.reason,
        requestedBy: row.requestedBy,
        decidedBy: actor.userId,
      },
      today,
    );
  return row.contractId;
}

/** Returned or withdrawn: nothing happens, and the record is kept. */
export const closeDecision = (
  tx: Tx,
  actor: Actor,
  id: string,
  state: 'returned' | 'revoked',
  returnReason: string | null,
): Promise<number> =>
  consequenceDecisionTable.update(
    tx,
    { id },
    { state, decidedBy: actor.userId, decidedAt: computed('now()'), returnReason },
  );

/** The cure period begins on the day of approval, not on the day of the request. */
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
