import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { DeliverReminder, deliverReminder } from '@crm/server/reminders';

@Injectable()
export class DeliverReminderHandler implements JobHandler<typeof deliverReminder> {
  readonly job = deliverReminder;
  constructor(private readonly delivery: DeliverReminder) {}

  async handle({ occurrenceId }: { occurrenceId: string }): Promise<void> {
    await this.delivery.deliver(occurrenceId);
  }
}
