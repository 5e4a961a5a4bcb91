import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { CommitmentsModule } from '../commitments/index.js';
import { ContractsModule } from '../contracts/index.js';
import { FilesModule } from '../files/index.js';
import { LedgerSupplements } from './ledger-supplements.js';
import { RenewalsService } from './renewals.service.js';
import { SupplementPapers } from './supplement-papers.js';
import { SupplementsService } from './supplements.service.js';

@Module({
  imports: [CommitmentsModule, ContractsModule, FilesModule, ApprovalsModule],
  providers: [SupplementsService, RenewalsService, SupplementPapers, LedgerSupplements],
  exports: [SupplementsService, RenewalsService, LedgerSupplements],
})
export class SupplementsModule {}
