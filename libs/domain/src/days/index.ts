export {
  addDays,
  addMonths,
  addYears,
  compareDays,
  day,
  dayOfInstant,
  daysBetween,
  daysInMonth,
  earlierOf,
  firstDay,
  firstDayOfYear,
  firstFullYearFrom,
  lastDay,
  lastDayOfYear,
  laterOf,
  mondayOf,
  officeZone,
  weekday,
  yearOf,
  type Day,
} from './day.js';
export {
  addWorkingDays,
  isWorkingDay,
  lastDayToAskExtension,
  mayAskExtension,
  workingCalendar,
  workingDaysBetween,
  type CalendarWarning,
  type WorkingCalendar,
  type WorkingDaysAnswer,
  type WorkingYear,
} from './working-days.js';
export { announcedWorkingYears } from './announced-working-years.js';
export { readNotice } from './read-notice.js';
export { movedTerms } from './moved-terms.js';
