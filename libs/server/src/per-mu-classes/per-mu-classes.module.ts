import { Module } from '@nestjs/common';
import { CloseRoundService } from './close-round.service.js';
import { EnterValuesService } from './enter-values.service.js';
import { FormulaService } from './formula.service.js';
import { ReadValuesService } from './read-values.service.js';
import { RoundsService } from './rounds.service.js';

const services = [FormulaService, RoundsService, EnterValuesService, ReadValuesService, CloseRoundService];

@Module({ providers: services, exports: services })
export class PerMuClassesModule {}
