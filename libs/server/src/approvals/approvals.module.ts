import { Module } from '@nestjs/common';
import { ApprovalsService } from './approvals.service.js';
import { ApprovalInboxService } from './inbox.service.js';
import { PoliciesService } from './policies.service.js';

const services = [ApprovalsService, ApprovalInboxService, PoliciesService];

/** Rooms that request approvals import this module and register what happens when their cases are decided. */
@Module({ providers: services, exports: services })
export class ApprovalsModule {}
