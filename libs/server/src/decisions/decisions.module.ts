import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { FilesModule } from '../files/index.js';
import { ClausesService } from './clauses.service.js';
import { ConsequencesService } from './consequences.service.js';
import { DecisionPapers } from './decision-papers.js';
import { DecisionsService } from './decisions.service.js';

const services = [ClausesService, ConsequencesService, DecisionsService];

@Module({ imports: [ApprovalsModule, FilesModule], providers: [...services, DecisionPapers], exports: services })
export class DecisionsModule {}
