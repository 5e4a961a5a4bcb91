import type { MilestoneKind } from '@crm/domain/contracts';
import { addDays, addMonths, earlierOf } from '@crm/domain/days';
import type { FurtherContract } from './further-contracts.js';

interface Step {
  readonly kind: MilestoneKind;
  readonly plannedOn: string;
  readonly actualOn: string | null;
}

/** Land is granted some weeks after the signing and before the construction start. */
export const landFirst = (signedOn: string, start: string): Step => ({
  kind: 'land-granted',
  plannedOn: addDays(signedOn, 45),
  actualOn: earlierOf(addDays(signedOn, 38 + (Number(signedOn.slice(8)) % 14)), addDays(start, -15)),
});

/**
 * The progress of a demo contract: the newest have land and no start, the next are under construction, the old ones are
 * in production.
 */
export function course({ signedOn, start, completion, production }: FurtherContract, today: string): Step[] {
  const late = (Number(signedOn.slice(8)) * 11) % 47;
  const reached = (day: string, until: number): string | null =>
    signedOn > addMonths(today, -until) || day >= today ? null : earlierOf(addDays(day, late - 9), today);
  return [
    landFirst(signedOn, start),
    { kind: 'construction-start', plannedOn: start, actualOn: reached(start, 23) },
    { kind: 'completion', plannedOn: completion, actualOn: reached(completion, 38) },
    { kind: 'production-start', plannedOn: production, actualOn: reached(production, 38) },
  ];
}
