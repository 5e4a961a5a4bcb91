import { Module } from '@nestjs/common';
import { CheckUpService } from './check-up.service.js';
import { FourBatchesService } from './four-batches.service.js';
import { MilestoneProgressService } from './milestone-progress.service.js';
import { ReceiptsService } from './receipts.service.js';

const services = [ReceiptsService, CheckUpService, MilestoneProgressService, FourBatchesService];

/** 项目推进: milestones, idle land, money that arrived, the check-up, the four batches. */
@Module({ providers: services, exports: services })
export class ProgressModule {}
