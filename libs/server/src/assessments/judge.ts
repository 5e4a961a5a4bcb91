import type { Because } from '@crm/api-contract/commitments';
import { assessCommitment, type Assessment } from '@crm/domain/commitments';
import type { Rows } from '@crm/platform/db';
import { defaultTolerance, loadMeasured } from './load-figures.js';
import { loadCommitments, type LoadedCommitment } from './load-commitments.js';

export interface JudgedContract {
  readonly contractId: string;
  readonly commitments: readonly LoadedCommitment[];
  readonly assessments: readonly Assessment[];
  readonly supportPaidWan: string | null;
}

/**
 * Assesses signed contracts by the domain's rules, as of a day: as known now, or (`instant`) as known then. Writes
 * nothing.
 */
export async function judge(
  rows: Rows,
  contractIds: readonly string[],
  asOf: string,
  instant: string | null = null,
): Promise<JudgedContract[]> {
  const commitments = await loadCommitments(rows, contractIds, instant);
  const { actuals, waivers, support } = await loadMeasured(rows, contractIds, instant);
  const tolerancePercent = await defaultTolerance(rows, instant);
  const byContract = new Map<string, LoadedCommitment[]>();
  for (const one of commitments) {
    if (!one.signed || one.commitment.signedOn > asOf) continue;
    const standing = asOfThatDay(one, asOf);
    const own = byContract.get(one.commitment.contractId);
    if (own) own.push(standing);
    else byContract.set(one.commitment.contractId, [standing]);
  }
  return [...byContract].map(([contractId, own]) => {
    const supportPaidWan = support.get(contractId) ?? null;
    const terms = { tolerancePercent, waivers: waivers.get(contractId) ?? [], supportPaidWan };
    const assessments = own.flatMap(({ commitment, standard }) =>
      assessCommitment(commitment, actuals.get(contractId) ?? [], standard, asOf, terms),
    );
    return { contractId, commitments: own, assessments, supportPaidWan };
  });
}

/** Before the renewal was signed, the obligations of the old contract had no end. */
const asOfThatDay = (one: LoadedCommitment, asOf: string): LoadedCommitment =>
  one.renewedOn !== null && one.renewedOn > asOf && one.commitment.inForce
    ? { ...one, commitment: { ...one.commitment, inForce: { ...one.commitment.inForce, until: null } } }
    : one;

/** The reasons as they are stored and sent: the facts of the rule, with formulas as names and operators. */
export const becauseOf = ({ because }: Assessment): Because => ({
  clause: because.clause,
  rules: [...because.rules],
  inputs: because.inputs.map(({ name, value, unit, source }) => ({
    name,
    value,
    unit,
    source: { ...source },
  })),
  formula: because.formulas.map(({ gives, tokens, value }) => ({ name: gives, expression: tokens.join(' '), value })),
});
