import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { planReminders } from '@crm/server/due';
import { PlanReminders } from '@crm/server/reminders';

@Injectable()
export class PlanRemindersHandler implements JobHandler<typeof planReminders> {
  readonly job = planReminders;
  constructor(private readonly planning: PlanReminders) {}

  async handle(): Promise<void> {
    await this.planning.plan();
  }
}
