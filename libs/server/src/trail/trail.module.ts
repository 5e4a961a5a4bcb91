import { Module } from '@nestjs/common';
import { Trail } from './trail.service.js';

@Module({ providers: [Trail], exports: [Trail] })
export class TrailModule {}
