import { Module } from '@nestjs/common';
import { StandardsService } from './standards.service.js';
import { WorkingDaysService } from './working-days.service.js';

@Module({ providers: [StandardsService, WorkingDaysService], exports: [StandardsService, WorkingDaysService] })
export class StandardsModule {}
