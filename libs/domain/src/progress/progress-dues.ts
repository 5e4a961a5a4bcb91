import {
  checkUp,
  defaultStartOn,
  flaggedOn,
  idleLand,
  landReminderMonths,
  type CheckUpLimits,
} from '../contracts/index.js';
import { type Day, addDays } from '../days/index.js';
import { type DueItem, type StepPlan, reminderSteps } from '../due/index.js';

/** On the day itself only: 9, 12, 21 and 24 months after the land grant (docs/domain.md, 闲置土地). */
export const landPlan: StepPlan = { daysBefore: [0], overdueEveryDays: null };
/** 30/7/1 days before the 180th day, then weekly. */
export const startPlan: StepPlan = { daysBefore: [30, 7, 1], overdueEveryDays: 7 };
/** On the day a flag is raised, then monthly. */
export const checkUpPlan: StepPlan = { daysBefore: [0], overdueEveryDays: 30 };

/** Older reminders are sent in a digest. */
const DIGEST_AFTER_DAYS = 7;

/**
 * Reminders of the idle-land clock until the construction starts: the latest one that has passed, and all later ones.
 */
export function idleLandDue(
  contractId: string,
  landGrantedOn: Day,
  today: Day,
  until: Day = today,
  plan: StepPlan = landPlan,
): DueItem[] {
  const { reminderDays } = idleLand(landGrantedOn, null, today);
  const passed = reminderDays.filter((reminderDay) => reminderDay <= today).length;
  return reminderDays.flatMap((reminderDay, i) =>
    i < passed - 1
      ? []
      : reminderSteps(reminderDay, today, until, plan).map(({ step, remindOn }): DueItem => ({
          rule: 'land.idle',
          subject: { type: 'contract', id: contractId },
          dueDay: reminderDay,
          step,
          remindOn,
          recipients: ['officer', 'primary-secretary', 'manager'],
          digest: today > addDays(reminderDay, DIGEST_AFTER_DAYS),
          facts: { contractId, months: landReminderMonths[i]!, landGrantedOn },
        })),
  );
}

/** Reminders of the construction start. Without a planned day it is owed 180 days after the land grant. */
export function startDue(
  contractId: string,
  landGrantedOn: Day,
  today: Day,
  until: Day = today,
  plan: StepPlan = startPlan,
): DueItem[] {
  const dueDay = defaultStartOn(landGrantedOn);
  return reminderSteps(dueDay, today, until, plan).map(({ step, remindOn, digest }): DueItem => ({
    rule: 'construction.start',
    subject: { type: 'contract', id: contractId },
    dueDay,
    step,
    remindOn,
    recipients: ['officer', 'primary-secretary'],
    digest,
    facts: { contractId, landGrantedOn },
  }));
}

type Examined = Parameters<typeof checkUp>[0];

/** Reminders of each check-up flag, from the day it is raised, monthly until it is gone. */
export function checkUpDue(
  projectId: string,
  project: Examined,
  today: Day,
  limits: CheckUpLimits,
  until: Day = today,
  plan: StepPlan = checkUpPlan,
): DueItem[] {
  return checkUp(project, until, limits).flatMap((flag) => {
    const dueDay = flaggedOn(flag, project.startedOn, limits);
    return reminderSteps(dueDay, today, until, plan).map(({ step, remindOn, digest }): DueItem => ({
      rule: 'project.check-up',
      subject: { type: 'project', id: `${projectId}:${flag.rule}` },
      dueDay,
      step,
      remindOn,
      recipients: ['officer', 'primary-secretary'],
      digest,
      facts: { projectId, flag: flag.rule, number: flag.number },
    }));
  });
}
