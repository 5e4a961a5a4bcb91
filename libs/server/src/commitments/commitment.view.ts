import type { ContractPromise } from '@crm/api-contract/contracts';
import { promiseAgainstStandard, totalPromised } from '@crm/domain/commitments';
import { inWan, measureOf, type LoadedCommitment } from '../assessments/index.js';
import { exact, quotient } from '../data-access/index.js';

/** A commitment as shown on its contract. `standard`: for a draft the one in force today, which is not stored yet. */
export function promiseView(
  { commitment, measuredBy, fromYear, standard: kept }: LoadedCommitment,
  tolerance: string,
  standard: LoadedCommitment['standard'] = kept,
): ContractPromise {
  const against =
    commitment.promised.side === 'quantity'
      ? null
      : promiseAgainstStandard({ promised: commitment.promised, areaMu: commitment.areaMu }, standard);
  const total = exact(totalPromised(commitment));
  return {
    commitmentId: commitment.id,
    indicator: commitment.indicator,
    ...measureOf(commitment.indicator),
    master: commitment.promised.side === 'per-mu' ? 'per-mu' : 'total',
    total,
    perMuWan: quotient(against?.promisedPerMuWan ?? null),
    totalWan: inWan(commitment.indicator, total),
    fromYear,
    dueOn: commitment.dueOn ?? null,
    lastYear: commitment.lastYear ?? null,
    ramp: (commitment.ramp ?? []).map(({ year, percent }) => ({ year, percent })),
    tolerancePercent: commitment.tolerancePercent ?? tolerance,
    toleranceByClause: (commitment.tolerancePercent ?? null) !== null,
    clause: commitment.clause ?? null,
    measuredBy,
    standardPerMuWan: exact(against?.standardPerMuWan ?? null),
    percentOfStandard: quotient(against?.percentOfStandard ?? null),
    belowStandard: against?.belowStandard ?? false,
  };
}
