import { type Day, addDays, addMonths, daysBetween } from '../days/index.js';
import { Refusal } from '../refusal/index.js';

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Refuses `period.reversed`: the period ends before it begins. */
export function assertPeriod({ from, to }: Period): void {
  if (to < from) throw new Refusal('period.reversed', { from, to }).at('/query/to');
}

const monthsIn = ({ from, to }: Period): number | null => {
  if (!from.endsWith('-01')) return null;
  return [1, 3, 6, 12].find((months) => addDays(addMonths(from, months), -1) === to) ?? null;
};

/**
 * The period to compare with. For a whole month, quarter, half year or year: the one before. Otherwise: the same number
 * of days before.
 */
export function periodBefore(period: Period): Period {
  const months = monthsIn(period);
  const to = addDays(period.from, -1);
  return {
    from: months === null ? addDays(to, -daysBetween(period.from, period.to)) : addMonths(period.from, -months),
    to,
  };
}
