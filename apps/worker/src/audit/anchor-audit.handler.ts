import { Injectable } from '@nestjs/common';
import type { JobHandler } from '@crm/platform/queue';
import { AuditService, anchorAudit } from '@crm/server/audit';

@Injectable()
export class AnchorAuditHandler implements JobHandler<typeof anchorAudit> {
  readonly job = anchorAudit;
  constructor(private readonly audit: AuditService) {}

  async handle(): Promise<void> {
    await this.audit.anchor();
  }
}
