export {
  RULE_CHANNELS,
  DueLine,
  PlannedReminder,
  REMINDER_STATUSES,
  Reminder,
  ReminderRule,
  UndeliveredReminder,
  reminderRules,
  reminders,
} from './reminders.contract.js';
