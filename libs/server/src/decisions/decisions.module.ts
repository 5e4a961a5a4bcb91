import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.js';
import { ClausesService } from './clauses.service.js';
import { ConsequencesService } from './consequences.service.js';
import { DecisionsService } from './decisions.service.js';

const services = [ClausesService, ConsequencesService, DecisionsService];

@Module({ imports: [ApprovalsModule], providers: services, exports: services })
export class DecisionsModule {}
