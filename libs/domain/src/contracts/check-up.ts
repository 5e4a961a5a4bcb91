import { type Day, addMonths, laterOf } from '../days/index.js';
import { type Amount, percentOf, plain, reaches, sum } from '../quantities/index.js';

/** 未开工, 资金滞后, 资金停滞. */
export const checkUpRules = ['not-started', 'money-behind', 'money-stopped'] as const;
export type CheckUpRule = (typeof checkUpRules)[number];

export interface CheckUpFlag {
  readonly rule: (typeof checkUpRules)[number];
  /** The value that raised the flag: a day, or a percent of the amount. */
  readonly number: string;
}

export interface CheckUpLimits {
  readonly monthsToStart: number;
  readonly monthsToFirstMoney: number;
  /** Percent of the amount. */
  readonly leastPercent: string;
  readonly monthsBetweenMoney: number;
}

/** Default settings: 12 months to start, 15 % after 6 months, money at least every 3 months. */
export const defaultCheckUp: CheckUpLimits = {
  monthsToStart: 12,
  monthsToFirstMoney: 6,
  leastPercent: '15',
  monthsBetweenMoney: 3,
};

/**
 * 项目体检, 万元. A flag is raised in three cases: no construction start a year after signing; less than 15 % of the amount
 * received six months after the start; no money for three months. The anniversary itself counts. "Less than" is
 * compared by multiplication: 3,000 of 20,000 is 15 % and passes. Source: docs/domain.md, 项目体检.
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

/** The day a flag was raised. From that day it is reminded monthly until it is gone. */
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
