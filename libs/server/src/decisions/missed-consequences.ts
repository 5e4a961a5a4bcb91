import { consequencesOf, standingOf, type Consequence, type SettledBy, type Standing } from '@crm/domain/decisions';
import type { RowOf, Rows } from '@crm/platform/db';
import { inWan } from '../assessments/index.js';
import { grouped } from '../data-access/index.js';
import { clausesInForce } from './clauses.store.js';
import { consequenceDecisionTable } from './decision.entity.js';
import type { MissedRow } from './missed.store.js';

const DECIDED = [
  'id',
  'contractId',
  'commitmentId',
  'year',
  'kind',
  'state',
  'until',
  'amountWanExact',
  'clauses',
  'decidedAt',
] as const;

interface DecidedRow extends Pick<RowOf<typeof consequenceDecisionTable>, (typeof DECIDED)[number]> {
  /** Names of people. */
  readonly requestedBy: string | null;
  readonly decidedBy: string | null;
}

/** A missed promise with all that a decision about it needs. */
export interface Missed {
  readonly row: MissedRow;
  readonly consequences: readonly Consequence[];
  readonly standing: Standing;
  readonly earlier: readonly DecidedRow[];
  /** Clauses enforced, or about to be, for another promise of the same contract and year. */
  readonly taken: readonly string[];
  /** Every decision of the contract's year, with its clauses. */
  readonly settledBy: readonly SettledBy[];
}

export async function withConsequences(rows: Rows, found: readonly MissedRow[], today: string): Promise<Missed[]> {
  const ids = [...new Set(found.map((row) => row.contractId))];
  const clauses = await clausesInForce(rows, ids);
  const paid = await rows.rows<{ contractId: string; paidWan: string }>(
    `SELECT p.contract_id AS "contractId", sum(p.paid_wan)::text AS "paidWan"
     FROM support_payment p
     WHERE p.contract_id = ANY($1) AND p.known_to IS NULL
     GROUP BY p.contract_id`,
    [ids],
  );
  const paidOf = new Map(paid.map((row) => [row.contractId, row.paidWan]));
  const decided = await decisionsOn(rows, ids);
  return found.map((row) => {
    const ofYear = (decided.get(row.contractId) ?? []).filter((one) => one.year === row.year);
    const earlier = ofYear.filter((one) => one.commitmentId === row.commitmentId);
    const missed = {
      assessmentId: row.id,
      indicator: row.indicator,
      year: row.year,
      verdict: row.verdict,
      requiredWan: inWan(row.indicator, row.requiredExact),
      actualWan: inWan(row.indicator, row.actual),
      shortfallWan: inWan(row.indicator, row.shortfallExact),
      lowestAttainmentPercent: row.lowestAttainment,
      supportPaidWan: paidOf.get(row.contractId) ?? null,
    };
    return {
      row,
      earlier,
      consequences: consequencesOf(missed, clauses.get(row.contractId) ?? [], today),
      standing: standingOf(earlier, today),
      taken: ofYear
        .filter((one) => one.commitmentId !== row.commitmentId && (one.state === 'waiting' || one.state === 'granted'))
        .flatMap((one) => one.clauses.map(({ clauseId }) => clauseId)),
      settledBy: ofYear.map((one) => ({
        state: one.state,
        clauseIds: one.clauses.map(({ clauseId }) => clauseId),
        own: one.commitmentId === row.commitmentId,
      })),
    };
  });
}

/** Every decision on these contracts, oldest first. */
async function decisionsOn(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, DecidedRow[]>> {
  const found = await rows.rows<DecidedRow>(
    `SELECT
       ${consequenceDecisionTable.pick('d', ...DECIDED)}, r.name AS "requestedBy", u.name AS "decidedBy"
     FROM consequence_decision d
     LEFT JOIN app_user r ON r.id = d.requested_by
     LEFT JOIN app_user u ON u.id = d.decided_by
     WHERE d.contract_id = ANY($1)
     ORDER BY d.requested_at, d.id`,
    [contractIds],
  );
  return grouped(found, (row) => row.contractId);
}
