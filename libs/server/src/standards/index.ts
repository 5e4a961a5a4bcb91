export { calendarYearTable, provincialStandardTable, workingDayTable } from './standard.entity.js';
export { StandardsModule } from './standards.module.js';
export { StandardsService, refuseUnknownPlace, draftedVersion } from './standards.service.js';
export {
  allStandards,
  placeOfPark,
  inForceAt,
  type StoredStandard,
  type ParkPlace,
  type StandardsInForce,
} from './standards.store.js';
export { CalendarYearsService } from './calendar-years.service.js';
export { WorkingDaysService } from './working-days.service.js';
export {
  refuseUnlessNew,
  admissionsOf,
  enterVersions,
  demandVersionsFree,
  revertVersions,
  type NewVersion,
  type Admitted,
} from './new-versions.js';
export {
  storedYears,
  yearDifference,
  differenceKey,
  putYear,
  demandYearsFree,
  revertYears,
  type NamedDay,
  type StoredYear,
} from './working-days.store.js';
