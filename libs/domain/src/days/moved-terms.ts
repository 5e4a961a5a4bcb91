import { addDays, firstDayOfYear, lastDayOfYear, type Day } from './day.js';
import { addWorkingDays, type WorkingCalendar } from './working-days.js';

/** The terms an office gives in working days: accept, reply, decide, solve. */
const OFFICE_TERMS = [1, 3, 5, 15, 30] as const;

/** A term whose last day moves with a change of the calendar, for so many days of receipt, and one of them. */
export interface MovedTerm {
  readonly workingDays: number;
  readonly receipts: number;
  readonly example: { readonly received: Day; readonly before: Day; readonly after: Day };
}

/**
 * Which terms end on another day if the calendar of a year changes: for each term, the days of receipt from a quarter
 * before the year until its end.
 */
export function movedTerms(before: WorkingCalendar, after: WorkingCalendar, year: number): MovedTerm[] {
  return OFFICE_TERMS.flatMap((workingDays): MovedTerm[] => {
    const moved: MovedTerm['example'][] = [];
    const last = lastDayOfYear(year);
    for (let received = addDays(firstDayOfYear(year), -90); received <= last; received = addDays(received, 1)) {
      const [was, is] = [before, after].map((one) => addWorkingDays(received, workingDays, one).value);
      if (was !== is) moved.push({ received, before: was!, after: is! });
    }
    const example = moved[Math.floor(moved.length / 2)];
    return example ? [{ workingDays, receipts: moved.length, example }] : [];
  });
}
