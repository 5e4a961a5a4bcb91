import { Module } from '@nestjs/common';
import { ParksService } from './parks.service.js';

@Module({ providers: [ParksService], exports: [ParksService] })
export class ParksModule {}
