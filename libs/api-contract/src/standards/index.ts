export { CalendarChange, CalendarYear, DAY_KINDS, calendarYears } from './calendar.contract.js';
export {
  INDICATORS,
  NewStandard,
  PLACE_LEVELS,
  ProvincialStandard,
  provincialStandards,
  workingDays,
} from './standards.contract.js';
