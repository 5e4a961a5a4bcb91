import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { ExportEntriesService } from './export-entries.service.js';

@Module({ providers: [AuditService, ExportEntriesService], exports: [AuditService, ExportEntriesService] })
export class AuditModule {}
