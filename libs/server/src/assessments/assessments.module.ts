import { Module } from '@nestjs/common';
import { AssessDueService } from './assess-due.service.js';
import { AssessmentDefaultsService } from './assessment-defaults.service.js';
import { AssessmentsService } from './assessments.service.js';

const services = [AssessmentsService, AssessDueService, AssessmentDefaultsService];

@Module({ providers: services, exports: services })
export class AssessmentsModule {}
