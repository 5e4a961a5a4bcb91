import { Module } from '@nestjs/common';
import { IndustriesService } from './industries.service.js';
import { IndustryChainsService } from './industry-chains.service.js';
import { ParksService } from './parks.service.js';

const services = [ParksService, IndustriesService, IndustryChainsService];

@Module({ providers: services, exports: services })
export class ParksModule {}
