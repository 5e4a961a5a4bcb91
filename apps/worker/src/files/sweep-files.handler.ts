import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { SweepFilesService, sweepFiles } from '@crm/server/files';

@Injectable()
export class SweepFilesHandler implements JobHandler<typeof sweepFiles> {
  readonly job = sweepFiles;
  constructor(private readonly files: SweepFilesService) {}

  async handle(): Promise<void> {
    await this.files.sweep();
  }
}
