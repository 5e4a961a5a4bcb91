import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { RevertRows, revertImport } from '@crm/server/imports';

@Injectable()
export class RevertRowsHandler implements JobHandler<typeof revertImport> {
  readonly job = revertImport;
  constructor(private readonly step: RevertRows) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.step.revert(importId);
  }
}
