import { Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { MAILER, openMailer } from '@crm/platform/mail';
import type { DueSource } from '../due/index.js';
import { DeliverReminder } from './deliver-reminder.js';
import { DueChanges } from './due-changes.js';
import { DueOccurrences } from './due-occurrences.js';
import { InboxService } from './inbox.service.js';
import { MailChannel } from './mail-channel.js';
import { PlanChanges } from './plan-changes.js';
import { PlanReminders } from './plan-reminders.js';
import { DUE_SOURCES } from './planning.js';
import { PreviewReminders } from './preview-reminders.js';
import { ReconcileReminders } from './reconcile-reminders.js';
import { ReminderRulesService } from './rules.service.js';

@Module({})
export class RemindersModule {
  /** Sets the rooms with deadlines; the composed process decides which. */
  static hearing(sources: readonly DueSource[]): DynamicModule {
    const services = [
      PlanReminders,
      PlanChanges,
      ReconcileReminders,
      PreviewReminders,
      DeliverReminder,
      MailChannel,
      DueChanges,
      DueOccurrences,
      InboxService,
      ReminderRulesService,
    ];
    return {
      module: RemindersModule,
      providers: [
        ...services,
        { provide: DUE_SOURCES, useValue: sources },
        {
          provide: MAILER,
          inject: [CONFIG],
          useFactory: (config: Config) => openMailer(config.smtpUrl, config.publicUrl),
        },
      ],
      exports: services,
    };
  }
}
