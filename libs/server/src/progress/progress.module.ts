import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { FilesModule } from '../files/index.js';
import { CheckUpService } from './check-up.service.js';
import { FourBatchesService } from './four-batches.service.js';
import { MilestoneExtensionsService } from './milestone-extensions.service.js';
import { MilestoneProgressService } from './milestone-progress.service.js';
import { ReceiptEvidence } from './receipt-evidence.js';
import { ReceiptsService } from './receipts.service.js';

const services = [
  ReceiptsService,
  CheckUpService,
  MilestoneProgressService,
  MilestoneExtensionsService,
  FourBatchesService,
];

/** 项目推进: milestones, idle land, receipts, check-up, four batches. */
@Module({ imports: [ApprovalsModule, FilesModule], providers: [...services, ReceiptEvidence], exports: services })
export class ProgressModule {}
