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
 * Judges signed contracts by the rules of the domain: as of a day, by what is known now or (`instant`) was known then.
 * Writes nothing.
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

/** Before its renewal was signed a contract was owed on and on. */
const asOfThatDay = (one: LoadedCommitment, asOf: string): LoadedCommitment =>
  one.renewedOn !== null && one.renewedOn > asOf && one.commitment.inForce
    ? { ...one, commitment: { ...one.commitment, inForce: { ...one.commitment.inForce, until: null } } }
    : one;

/** Why, as it is kept and sent: the rule's own facts, its formulas as names and operators. */
export const becauseOf = ({ because }: Assessment): Because => ({
  clause: because.clause,
  rules: [...because.rules],
  inputs: because.inputs.map(({ name, value, unit, source }) => ({
    name,
    value,
    unit,
    source: { kind: source.kind, ref: source.ref },
  })),
  formula: because.formulas.map(({ gives, tokens, value }) => ({ name: gives, expression: tokens.join(' '), value })),
});
