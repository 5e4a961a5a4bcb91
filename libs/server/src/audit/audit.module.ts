import { Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { ExportEntriesService } from './export-entries.service.js';
import { HeadSigner } from './head-signer.js';
import { PersonalValues } from './personal.js';
import { Retention } from './retention.js';
import { AuditVerifier } from './verifier.js';

@Module({
  providers: [AuditService, AuditVerifier, ExportEntriesService, HeadSigner, PersonalValues, Retention],
  exports: [AuditService, ExportEntriesService, HeadSigner, PersonalValues, Retention],
})
export class AuditModule {}
