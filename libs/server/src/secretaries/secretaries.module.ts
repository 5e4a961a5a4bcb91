import { Module } from '@nestjs/common';
import { AssignmentsService } from './assignments.service.js';
import { CoverageService } from './coverage.service.js';

@Module({ providers: [AssignmentsService, CoverageService], exports: [AssignmentsService, CoverageService] })
export class SecretariesModule {}
