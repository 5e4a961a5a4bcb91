import { type Day, addDays, daysInMonth, earlierOf } from '../days/index.js';
import { type DueItem, type StepPlan, reminderSteps } from '../due/index.js';
import { type Amount, type Decimal, decimal } from '../quantities/index.js';
import { type Band, type Light, escalates, trafficLight } from './traffic-light.js';

/** One month of a target, 万元 since 1 January; null: not entered. */
export interface PaceMonth {
  /** 1–12. */
  readonly month: number;
  readonly planWan: Amount | null;
  readonly actualWan: Amount | null;
}

export interface JudgedMonth {
  readonly month: number;
  /** null: plan or actual is missing. */
  readonly light: Light | null;
  /** Unrounded; negative if ahead of the plan. null also if the plan is zero. */
  readonly behindPercent: Decimal | null;
  readonly behindWan: Decimal | null;
  readonly escalates: boolean;
  /** A sum since 1 January should not decrease. It is marked, not refused. */
  readonly planFalls: boolean;
  readonly actualFalls: boolean;
}

/**
 * The lights of a year's months in order, each by the bands in force for it. A month without figures has no light and
 * does not interrupt a run: yellow, no figures, yellow counts as two yellows. Otherwise a missing figure would be an
 * advantage. Source: docs/domain.md, 进度灯.
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

/** The current light: that of the latest month that has one. */
export const latestLight = (months: readonly JudgedMonth[]): JudgedMonth | undefined =>
  months.findLast(({ light }) => light !== null);

export const lastDayOfMonth = (year: number, month: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;

/** On the first day, then weekly while the escalation stands. Default settings. */
export const paceStepPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };
/** Days after the month's end during which reminders are sent; they must end some day. */
export const REMINDED_FOR_DAYS = 92;

export interface PaceTarget {
  readonly id: string;
  readonly year: number;
  /** The day on which the figures of the month were last entered. */
  readonly enteredOn: (month: number) => Day;
}

/**
 * The reminders of an escalation, from the month's end, or from the day the figures were entered if earlier. None
 * without an escalation.
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
  if (addDays(end, REMINDED_FOR_DAYS) < today) return [];
  const dueDay = earlierOf(end, target.enteredOn(latest.month));
  return reminderSteps(dueDay, today, until, plan).map((step) => ({
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
