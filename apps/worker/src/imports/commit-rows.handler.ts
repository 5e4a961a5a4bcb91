import { Inject, Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { CommitRows, commitImport } from '@crm/server/imports';

@Injectable()
export class CommitRowsHandler implements JobHandler<typeof commitImport> {
  readonly job = commitImport;
  constructor(@Inject(CommitRows) private readonly step: CommitRows) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.step.commit(importId);
  }
}
