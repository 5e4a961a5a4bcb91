export * from './reminders.contract.js';
