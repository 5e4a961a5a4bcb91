import { type Day, addDays, firstDayOfYear, laterOf, yearOf } from '../days/index.js';
import { plain } from '../quantities/index.js';
import { type DueItem, type StepPlan, defaultStepPlan, stepsToTell } from '../due/index.js';
import { indicatorRules, isPerMu } from '../standards/index.js';
import type { Assessment } from './assess-commitment.js';
import { type Commitment, promisedInAll } from './commitment.js';
import { type Period, firstPeriodYear, periodsOwed } from './periods.js';

/** What of an assessment says whether anything is still open; kept or freshly made. */
export type JudgedFigure = Pick<Assessment, 'commitmentId' | 'contractId' | 'indicator' | 'year' | 'verdict'> & {
  readonly actual: unknown;
};

/** What is known of a checkpoint already; without it every deadline that has passed counts as overdue. */
export interface CheckpointsKnown {
  readonly assessments?: readonly JudgedFigure[];
  /** Plan the steps up to and with this day; today alone when left out. */
  readonly until?: Day;
  readonly plan?: StepPlan;
}

/**
 * 考核节点: the steps to tell of every day on which this commitment is measured. Before the day 90/30/7/1, after it weekly
 * until it is settled: an investment when it is met
 * or waived, what is owed every year when its figure is in (what is done about a breach is decided elsewhere; asking
 * again would not change the year).
 */
export function checkpointsDue(commitment: Commitment, today: Day, known: CheckpointsKnown = {}): DueItem[] {
  const plan = known.plan ?? defaultStepPlan;
  const until = known.until ?? today;
  const furthest = addDays(until, Math.max(0, ...plan.daysBefore));
  return periodsOwed(commitment, Math.max(yearOf(furthest), firstPeriodYear(commitment) ?? 0)).flatMap((period) =>
    stepsToTell(period.dueOn, today, until, plan, !isSettled(commitment, period, known.assessments ?? [])).map(
      ({ step, remindOn, digest }): DueItem => ({
        rule: 'commitment.due',
        subject: { type: 'commitment', id: commitment.id },
        dueDay: period.dueOn,
        step,
        remindOn,
        recipients: ['officer', 'primary-secretary'],
        digest,
        facts: {
          contractId: commitment.contractId,
          indicator: commitment.indicator,
          year: period.year,
          ...requiredIn(commitment, period),
        },
      }),
    ),
  );
}

function requiredIn(commitment: Commitment, period: Period): Record<string, string> {
  const required = plain(promisedInAll(commitment).times(period.requiredPercent).div(100));
  return isPerMu(commitment.indicator)
    ? { requiredWan: required }
    : { required, unit: indicatorRules[commitment.indicator].unit };
}

function isSettled(commitment: Commitment, period: Period, assessments: readonly JudgedFigure[]): boolean {
  const own = assessments.filter((row) => row.commitmentId === commitment.id);
  if (indicatorRules[commitment.indicator].cumulative)
    return own.some((row) => row.year >= period.year && (row.verdict === 'met' || row.verdict === 'waived'));
  return own.some((row) => row.year === period.year && row.verdict !== 'no-data' && row.verdict !== 'not-due');
}

/** 年度数据未填报: weekly from 31 January for the year before, as long as the year has no figure. */
export const figuresPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };

/**
 * What is missing of a contract for a year that is over: one item, however many of its indicators lack their figure.
 */
export function figuresMissing(
  contractId: string,
  assessments: readonly JudgedFigure[],
  today: Day,
  until: Day = today,
  plan: StepPlan = figuresPlan,
): DueItem[] {
  const year = yearOf(today) - 1;
  const missing = assessments.filter(
    (row) => row.contractId === contractId && row.year === year && row.actual === null && row.verdict !== 'waived',
  );
  if (missing.length === 0) return [];
  return stepsToTell(addDays(firstDayOfYear(year + 1), 30), today, laterOf(today, until), plan).map(
    ({ step, remindOn, digest }) => ({
      rule: 'actuals.missing',
      subject: { type: 'contract', id: contractId },
      dueDay: addDays(firstDayOfYear(year + 1), 30),
      step,
      remindOn,
      recipients: ['primary-secretary'],
      digest,
      facts: { year, indicators: missing.map((row) => row.indicator).join(' ') },
    }),
  );
}
