import { type Day, addMonths, laterOf } from '../days/index.js';
import { type Amount, percentOf, plain, reaches, sum } from '../quantities/index.js';

/** 未开工, 资金滞后, 资金停滞. */
export const checkUpRules = ['not-started', 'money-behind', 'money-stopped'] as const;

export interface CheckUpFlag {
  readonly rule: (typeof checkUpRules)[number];
  /** The number that raised it: a day, or percent of the amount. */
  readonly number: string;
}

export interface CheckUpLimits {
  readonly monthsToStart: number;
  readonly monthsToFirstMoney: number;
  /** Percent of the amount. */
  readonly leastPercent: string;
  readonly monthsBetweenMoney: number;
}

/** Configuration: a year to start, 15 % after six months, no three months without money. */
export const defaultCheckUp: CheckUpLimits = {
  monthsToStart: 12,
  monthsToFirstMoney: 6,
  leastPercent: '15',
  monthsBetweenMoney: 3,
};

/**
 * 项目体检: not started a year after signing; started six months ago with less than 15 % of the amount arrived; started,
 * and no money for three months. Counted from full
 * months: exactly the day is flagged. Less is by multiplication: 3,000 of 20,000 is 15 % and passes.
 */
export function checkUp(
  project: { signedOn: Day; startedOn: Day | null; amountWan: Amount; receipts: readonly { on: Day; wan: Amount }[] },
  asOf: Day,
  limits = defaultCheckUp,
): CheckUpFlag[] {
  const { signedOn, startedOn } = project;
  if (startedOn === null || startedOn > asOf)
    return addMonths(signedOn, limits.monthsToStart) <= asOf ? [{ rule: 'not-started', number: signedOn }] : [];
  const flags: CheckUpFlag[] = [];
  const arrived = project.receipts.filter(({ on }) => on <= asOf);
  const wan = sum(arrived.map((receipt) => receipt.wan));
  if (
    addMonths(startedOn, limits.monthsToFirstMoney) <= asOf &&
    !reaches(wan, project.amountWan, limits.leastPercent)
  ) {
    flags.push({ rule: 'money-behind', number: plain(percentOf(wan, project.amountWan)!) });
  }
  const last = arrived.reduce((day, { on }) => laterOf(day, on), startedOn);
  if (wan.lt(project.amountWan) && addMonths(last, limits.monthsBetweenMoney) <= asOf)
    flags.push({ rule: 'money-stopped', number: last });
  return flags;
}

/** The day a flag was raised: from then on it is told, monthly, until it is gone. */
export function flaggedOn(
  { rule, number }: CheckUpFlag,
  startedOn: Day | null,
  limits: CheckUpLimits = defaultCheckUp,
): Day {
  if (rule === 'not-started') return addMonths(number, limits.monthsToStart);
  return rule === 'money-stopped'
    ? addMonths(number, limits.monthsBetweenMoney)
    : addMonths(startedOn!, limits.monthsToFirstMoney);
}
