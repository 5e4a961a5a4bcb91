import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { CommitRows, commitImport } from '@crm/server/imports';

@Injectable()
export class CommitRowsHandler implements JobHandler<typeof commitImport> {
  readonly job = commitImport;
  constructor(private readonly step: CommitRows) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.step.commit(importId);
  }
}
