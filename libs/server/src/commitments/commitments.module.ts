import { Global, Module } from '@nestjs/common';
import { PROMISES } from '../contracts/index.js';
import { FilesModule } from '../files/index.js';
import { ActualsService } from './actuals.service.js';
import { CommitmentsService } from './commitments.service.js';
import { ContractPromises } from './contract-promises.js';
import { Evidence } from './evidence.js';
import { StandardPreviewsService } from './standard-previews.service.js';

const services = [CommitmentsService, ActualsService, ContractPromises, StandardPreviewsService];

/** Global only for PROMISES: the contracts room asks for it without knowing the provider. */
@Global()
@Module({
  imports: [FilesModule],
  providers: [...services, Evidence, { provide: PROMISES, useExisting: ContractPromises }],
  exports: [...services, PROMISES],
})
export class CommitmentsModule {}
