import { type Day, addMonths, addYears } from '../days/index.js';

/** Months after the land grant at which a reminder is sent. */
export const landReminderMonths = [9, 12, 21, 24] as const;
export const idleLandStates = ['running', 'warned', 'fee', 'take-back', 'stopped'] as const;
export type IdleLandState = (typeof idleLandStates)[number];

/**
 * 闲置土地 (《闲置土地处置办法》): after one year without a construction start a fee is due; after two years the land may be taken
 * back. Reminders are sent after 9, 12, 21 and 24 months.
 */
export function idleLand(
  landGrantedOn: Day,
  startedOn: Day | null,
  asOf: Day,
): { feeFrom: Day; takeBackFrom: Day; reminderDays: readonly Day[]; state: IdleLandState } {
  const feeFrom = addYears(landGrantedOn, 1);
  const takeBackFrom = addYears(landGrantedOn, 2);
  const reminderDays = landReminderMonths.map((months) => addMonths(landGrantedOn, months));
  const stopped = startedOn !== null && startedOn <= asOf;
  const state = stopped
    ? 'stopped'
    : asOf >= takeBackFrom
      ? 'take-back'
      : asOf >= feeFrom
        ? 'fee'
        : asOf >= reminderDays[0]!
          ? 'warned'
          : 'running';
  return { feeFrom, takeBackFrom, reminderDays, state };
}
