import { type Day, addDays, firstDayOfYear, laterOf, yearOf } from '../days/index.js';
import { plain } from '../quantities/index.js';
import { type DueItem, type StepPlan, defaultStepPlan, reminderSteps } from '../due/index.js';
import { indicatorRules, isPerMu } from '../standards/index.js';
import type { Assessment } from './assess-commitment.js';
import { type Commitment, totalPromised } from './commitment.js';
import { type Period, firstPeriodYear, periodsOwed } from './periods.js';

/** The part of an assessment, stored or just computed, that says whether the year is still open. */
export type JudgedFigure = Pick<Assessment, 'commitmentId' | 'contractId' | 'indicator' | 'year' | 'verdict'> & {
  readonly actual: unknown;
};

/** What is already known about the checkpoints. Without assessments, every past due day counts as overdue. */
export interface CheckpointsKnown {
  readonly assessments?: readonly JudgedFigure[];
  /** Plan the reminder steps up to and including this day; by default only today. */
  readonly until?: Day;
  readonly plan?: StepPlan;
}

/**
 * 考核节点: the reminder steps of every day on which this commitment is measured. They come 90/30/7/1 days before the due
 * day, then weekly until the period is settled. An investment is settled once it is met or waived. An annual period is
 * settled once its figure is reported: further reminders would not change that year, and a breach is handled by a
 * decision (decisions/). Refuses what `periodsOwed` refuses.
 */
export function checkpointsDue(commitment: Commitment, today: Day, known: CheckpointsKnown = {}): DueItem[] {
  const plan = known.plan ?? defaultStepPlan;
  const until = known.until ?? today;
  const furthest = addDays(until, Math.max(0, ...plan.daysBefore));
  return periodsOwed(commitment, Math.max(yearOf(furthest), firstPeriodYear(commitment) ?? 0)).flatMap((period) =>
    reminderSteps(period.dueOn, today, until, plan, !isSettled(commitment, period, known.assessments ?? [])).map(
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
  const required = plain(totalPromised(commitment).times(period.requiredPercent).div(100));
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

/** 年度数据未填报: weekly from 31 January of the next year, as long as the year has no figure. */
export const figuresPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 7 };

/** The figures a contract has not reported for a past year: one reminder, however many indicators are missing. */
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
  return reminderSteps(addDays(firstDayOfYear(year + 1), 30), today, laterOf(today, until), plan).map(
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
