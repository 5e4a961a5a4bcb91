import { type Day, addDays, daysInMonth, earlierOf } from '../days/index.js';
import { type DueItem, type StepPlan, stepsToTell } from '../due/index.js';
import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import { type Band, type Light, escalates, trafficLight } from './traffic-light.js';

/** A month of a target, 万元 since 1 January; null where nothing is entered. */
export interface PaceMonth {
  /** 1–12. */
  readonly month: number;
  readonly planWan: Amount | null;
  readonly actualWan: Amount | null;
}

export interface JudgedMonth {
  readonly month: number;
  /** null: plan or actual is missing, so nothing is said. */
  readonly light: Light | null;
  /** Unrounded; below nought where the actual is ahead of the plan; null as well where the plan is nought. */
  readonly behindPercent: Decimal | null;
  readonly behindWan: Decimal | null;
  readonly escalates: boolean;
  /** Sums since 1 January do not fall: worth a second look, never refused. */
  readonly planFalls: boolean;
  readonly actualFalls: boolean;
}

/**
 * A year's months in their order, each by the bands that were in force for it (domain.md, case 5). A month without
 * figures has no light and does not interrupt: yellow, silence,
 * yellow are two yellows running, since keeping silent must not save anybody.
 */
export function judgePace(
  months: readonly PaceMonth[],
  bandsOf: (month: number) => readonly Band[],
): readonly JudgedMonth[] {
  const history: Light[] = [];
  const highest: { plan: Amount | null; actual: Amount | null } = { plan: null, actual: null };
  const falls = (kind: 'plan' | 'actual', value: Amount | null): boolean => {
    const before = highest[kind];
    if (value !== null && (before === null || decimal(value).gte(before))) highest[kind] = value;
    return value !== null && before !== null && decimal(value).lt(before);
  };
  return months
    .toSorted((a, b) => a.month - b.month)
    .map(({ month, planWan, actualWan }) => {
      const drops = { planFalls: falls('plan', planWan), actualFalls: falls('actual', actualWan) };
      if (planWan === null || actualWan === null)
        return { month, light: null, behindPercent: null, behindWan: null, escalates: false, ...drops };
      const { light, behindPercent } = trafficLight(planWan, actualWan, bandsOf(month));
      history.push(light);
      return {
        month,
        light,
        behindPercent,
        behindWan: decimal(planWan).minus(actualWan),
        escalates: escalates(history),
        ...drops,
      };
    });
}

/** What stands now: the latest month that has a light. */
export const latestLight = (months: readonly JudgedMonth[]): JudgedMonth | undefined =>
  months.findLast(({ light }) => light !== null);

export const lastDayOfMonth = (year: number, month: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;

/** Told at once, then weekly while it stands; configuration. */
export const paceStepPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };
/** A year that is over and was never made good is not told for ever. */
export const TOLD_FOR_DAYS = 92;

export interface PaceTarget {
  readonly id: string;
  readonly year: number;
  /** The day on which the figures of the month were last entered. */
  readonly enteredOn: (month: number) => Day;
}

/**
 * The escalation that stands, as something due: from the month's end, or from the day its figures were entered where
 * that was earlier. Nothing stands: nothing is due.
 */
export function paceDue(
  target: PaceTarget,
  months: readonly JudgedMonth[],
  today: Day,
  until: Day,
  plan: StepPlan = paceStepPlan,
): DueItem[] {
  const latest = latestLight(months);
  if (!latest?.escalates) return [];
  const end = lastDayOfMonth(target.year, latest.month);
  if (addDays(end, TOLD_FOR_DAYS) < today) return [];
  const dueDay = earlierOf(end, target.enteredOn(latest.month));
  return stepsToTell(dueDay, today, until, plan).map((step) => ({
    ...step,
    rule: 'pace.behind',
    subject: { type: 'pace-target', id: target.id },
    dueDay,
    recipients: ['manager'],
    facts: {
      year: target.year,
      month: latest.month,
      light: latest.light,
      behindPercent: latest.behindPercent?.toFixed(2) ?? null,
      behindWan: latest.behindWan?.toFixed() ?? null,
    },
  }));
}
