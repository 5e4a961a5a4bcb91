import { Module } from '@nestjs/common';
import { FollowUpsService } from './follow-ups.service.js';
import { LeadHistoryService } from './lead-history.service.js';
import { LeadsService } from './leads.service.js';

const services = [LeadsService, FollowUpsService, LeadHistoryService];

@Module({ providers: services, exports: services })
export class LeadsModule {}
