export { DeliverReminder } from './deliver-reminder.js';
export { DueOccurrences } from './due-occurrences.js';
export { InboxService } from './inbox.service.js';
export { MailChannel } from './mail-channel.js';
export { PlanReminders } from './plan-reminders.js';
export { deliverReminder, reapReminders, reconcileReminders, reminderJobs } from './reminders.jobs.js';
export { RemindersModule } from './reminders.module.js';
export { ReminderRulesService } from './rules.service.js';
