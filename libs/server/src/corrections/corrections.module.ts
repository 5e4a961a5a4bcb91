import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { CommitmentsModule } from '../commitments/index.js';
import { ContractsModule } from '../contracts/index.js';
import { FilesModule } from '../files/index.js';
import { CorrectionEvidence } from './correction-evidence.js';
import { CorrectionsService } from './corrections.service.js';

@Module({
  imports: [CommitmentsModule, ContractsModule, FilesModule, ApprovalsModule],
  providers: [CorrectionsService, CorrectionEvidence],
  exports: [CorrectionsService],
})
export class CorrectionsModule {}
