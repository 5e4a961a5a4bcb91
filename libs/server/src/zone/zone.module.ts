import { Module } from '@nestjs/common';
import { ChecklistService } from './checklist.service.js';
import { SetupService } from './setup.service.js';
import { ZoneService } from './zone.service.js';

const SERVICES = [ChecklistService, SetupService, ZoneService];

@Module({ providers: SERVICES, exports: SERVICES })
export class ZoneModule {}
