export { BEFORE_ALL, ITSELF } from './due-source.js';
export type { DueRecord, DueRule, DueQuestion, DueSource, ReadableUnits, UnitPage } from './due-source.js';
export { planReminders, planChanges, dueHasChanged, dueRulesChanged } from './due.jobs.js';
