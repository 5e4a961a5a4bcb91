import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { FilesModule } from '../files/index.js';
import { ChecklistService } from './checklist.service.js';
import { ContractLifeService } from './contract-life.service.js';
import { ContractPapers } from './contract-papers.js';
import { ContractsService } from './contracts.service.js';
import { LandAndMilestonesService } from './land-and-milestones.service.js';
import { ProjectsService } from './projects.service.js';
import { ReviewContractService } from './review-contract.service.js';
import { SignContractService } from './sign-contract.service.js';
import { SupportClausesService } from './support-clauses.service.js';

const services = [
  ContractsService,
  SignContractService,
  ReviewContractService,
  ContractLifeService,
  ChecklistService,
  ProjectsService,
  LandAndMilestonesService,
  SupportClausesService,
];

/** Uses PROMISES, which the commitments room provides. */
@Module({ imports: [ApprovalsModule, FilesModule], providers: [...services, ContractPapers], exports: services })
export class ContractsModule {}
