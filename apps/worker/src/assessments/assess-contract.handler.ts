import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { AssessDueService, assessOne } from '@crm/server/assessments';
import type { z } from 'zod';

@Injectable()
export class AssessContractHandler implements JobHandler<typeof assessOne> {
  readonly job = assessOne;
  constructor(private readonly assessing: AssessDueService) {}

  async handle({ contractId }: z.infer<typeof assessOne.payload>): Promise<void> {
    await this.assessing.assess(contractId);
  }
}
