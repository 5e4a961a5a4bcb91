import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { UpkeepService, sweep } from '@crm/server/operations';

@Injectable()
export class SweepHandler implements JobHandler<typeof sweep> {
  readonly job = sweep;
  constructor(private readonly upkeep: UpkeepService) {}

  async handle(): Promise<void> {
    await this.upkeep.sweep();
  }
}
