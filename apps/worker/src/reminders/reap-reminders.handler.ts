import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { MailChannel, reapReminders } from '@crm/server/reminders';

@Injectable()
export class ReapRemindersHandler implements JobHandler<typeof reapReminders> {
  readonly job = reapReminders;
  constructor(private readonly mail: MailChannel) {}

  async handle(): Promise<void> {
    await this.mail.reap();
  }
}
