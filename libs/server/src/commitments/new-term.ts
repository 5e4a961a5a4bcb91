import { totalPromised, type Commitment } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { newId, type NewRowOf } from '@crm/platform/db';
import type { commitmentTermTable } from './commitment.entity.js';
import type { EnteredSide } from './entered-promise.js';

export interface NewTerm {
  readonly commitment: Pick<Commitment, 'promised' | 'dueOn' | 'lastYear' | 'ramp' | 'tolerancePercent' | 'clause'>;
  readonly fromYear: number | null;
  readonly measuredBy: 'output-value' | 'revenue' | null;
  readonly entered: EnteredSide['entered'];
  readonly reason: string | null;
  readonly enteredBy: string | null;
}

/** One version of a commitment's terms, as a row. */
export function newTerm(
  commitmentId: string,
  { commitment, fromYear, measuredBy, entered, reason, enteredBy }: NewTerm,
): NewRowOf<typeof commitmentTermTable> {
  const { promised } = commitment;
  return {
    id: newId(),
    commitmentId,
    master: promised.side === 'per-mu' ? 'per-mu' : 'total',
    perMuWan: promised.side === 'per-mu' ? promised.perMuWan : null,
    total: promised.side === 'per-mu' ? null : plain(totalPromised({ promised, areaMu: null })),
    entered,
    fromYear,
    dueOn: commitment.dueOn ?? null,
    lastYear: commitment.lastYear ?? null,
    ramp: commitment.ramp ?? [],
    tolerancePercent: commitment.tolerancePercent ?? null,
    clause: commitment.clause ?? null,
    measuredBy,
    reason,
    enteredBy,
  };
}
