import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { ReadSheet, readImport } from '@crm/server/imports';

@Injectable()
export class ReadSheetHandler implements JobHandler<typeof readImport> {
  readonly job = readImport;
  constructor(private readonly step: ReadSheet) {}

  async handle({ importId }: { importId: string }): Promise<void> {
    await this.step.read(importId);
  }
}
