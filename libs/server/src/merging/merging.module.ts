import { Module } from '@nestjs/common';
import { MergingService } from './merging.service.js';

@Module({ providers: [MergingService], exports: [MergingService] })
export class MergingModule {}
