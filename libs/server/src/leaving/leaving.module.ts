import { Module, type DynamicModule } from '@nestjs/common';
import type { HoldingSource } from './holding-source.js';
import { HOLDING_SOURCES, LeavingService } from './leaving.service.js';

@Module({})
export class LeavingModule {
  /** Sets the rooms in which people hold something; the composed process decides which. */
  static asking(sources: readonly HoldingSource[]): DynamicModule {
    return {
      module: LeavingModule,
      providers: [LeavingService, { provide: HOLDING_SOURCES, useValue: sources }],
      exports: [LeavingService],
    };
  }
}
