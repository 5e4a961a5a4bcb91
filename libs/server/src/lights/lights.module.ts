import { Module } from '@nestjs/common';
import { EnterPaceService } from './enter-pace.service.js';
import { LightBandsService } from './light-bands.service.js';
import { PaceTargetsService } from './pace-targets.service.js';

@Module({
  providers: [LightBandsService, PaceTargetsService, EnterPaceService],
  exports: [LightBandsService, PaceTargetsService, EnterPaceService],
})
export class LightsModule {}
