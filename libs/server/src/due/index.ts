export type { DueRecord, DueRule, DueQuestion, DueSource } from './due-source.js';
export { planReminders, dueHasChanged } from './due.jobs.js';
