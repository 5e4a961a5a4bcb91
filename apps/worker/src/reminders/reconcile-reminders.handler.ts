import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { PlanReminders, reconcileReminders } from '@crm/server/reminders';

@Injectable()
export class ReconcileRemindersHandler implements JobHandler<typeof reconcileReminders> {
  readonly job = reconcileReminders;
  constructor(private readonly planning: PlanReminders) {}

  async handle(): Promise<void> {
    if ((await this.planning.missing()).length > 0) await this.planning.plan();
  }
}
