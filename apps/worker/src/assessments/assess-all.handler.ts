import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { AssessDueService, assessAll } from '@crm/server/assessments';

@Injectable()
export class AssessAllHandler implements JobHandler<typeof assessAll> {
  readonly job = assessAll;
  constructor(private readonly assessing: AssessDueService) {}

  async handle(): Promise<void> {
    await this.assessing.assessAll();
  }
}
