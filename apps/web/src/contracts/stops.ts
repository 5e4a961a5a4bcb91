import type { Contract } from '@crm/api-contract/contracts';
import type { MilestoneKind } from '@crm/domain/contracts';
import { daysBetween } from '../parts/text/days.js';
import type { Verdict } from '../parts/marks/verdict.js';

/** A milestone of a contract: planned, reached, and whether in time. */
export interface Stop {
  readonly kind: 'signed' | MilestoneKind;
  readonly id: string | null;
  readonly version: number | null;
  readonly planned: string | null;
  /** The day of the granted extension; the milestone is then owed on that day. */
  readonly extendedTo: string | null;
  readonly actual: string | null;
  /** The glyph: in time, late, overdue, not yet. */
  readonly verdict: Verdict;
  /**
   * Reached: days after the plan (negative: before). Open: days overdue or left, by the day owed. null: nothing to say.
   */
  readonly days: number | null;
}

/** The six milestones discussed at every meeting. 入规 is for statistics and only in the list of milestones. */
const shown = ['land-granted', 'construction-start', 'completion', 'production-start', 'full-production'] as const;

export const stopKinds = ['signed', ...shown] as const;

export function stopsOf(
  contract: Pick<Contract, 'signedOn' | 'milestones' | 'fullProductionOn'>,
  today: string,
): Stop[] {
  const signed: Stop = {
    kind: 'signed',
    id: null,
    version: null,
    planned: null,
    extendedTo: null,
    actual: contract.signedOn,
    verdict: contract.signedOn ? 'met' : 'not-due',
    days: null,
  };
  return [
    signed,
    ...shown.map((kind): Stop => {
      const milestone = contract.milestones.find((one) => one.kind === kind);
      const planned = milestone?.plannedOn ?? (kind === 'full-production' ? contract.fullProductionOn : null);
      const actual = milestone?.actualOn ?? null;
      const extendedTo = milestone && milestone.extensions.length > 0 ? milestone.owedOn : null;
      const stop = {
        kind,
        id: milestone?.id ?? null,
        version: milestone?.version ?? null,
        planned,
        extendedTo,
        actual,
      };
      if (actual !== null) {
        const late = planned === null ? null : daysBetween(planned, actual);
        return { ...stop, verdict: late !== null && late > 0 ? 'warning' : 'met', days: late };
      }
      if (planned === null) return { ...stop, verdict: 'not-due', days: null };
      const over = daysBetween(extendedTo ?? planned, today);
      return { ...stop, verdict: over > 0 ? 'breach' : 'not-due', days: over };
    }),
  ];
}
