import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { CheckRows, checkImport } from '@crm/server/imports';

@Injectable()
export class CheckRowsHandler implements JobHandler<typeof checkImport> {
  readonly job = checkImport;
  constructor(private readonly step: CheckRows) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.step.check(importId);
  }
}
