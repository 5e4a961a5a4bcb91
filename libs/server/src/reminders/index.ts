export * from './deliver-reminder.js';
export * from './due-occurrences.js';
export * from './inbox.service.js';
export * from './mail-channel.js';
export { DUE_SOURCES, PlanReminders, type Planning } from './plan-reminders.js';
export * from './reminders.jobs.js';
export * from './reminders.module.js';
export * from './rules.service.js';
