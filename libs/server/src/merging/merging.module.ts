import { Module } from '@nestjs/common';
import { DistinctionsService } from './distinctions.service.js';
import { MergingService } from './merging.service.js';

@Module({ providers: [MergingService, DistinctionsService], exports: [MergingService, DistinctionsService] })
export class MergingModule {}
