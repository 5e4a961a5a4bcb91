export { PerMuClassesModule } from './per-mu-classes.module.js';
export { FormulaService, formulaInForce } from './formula.service.js';
export { RoundsService } from './rounds.service.js';
export { EnterValuesService } from './enter-values.service.js';
export { ReadValuesService } from './read-values.service.js';
export { CloseRoundService, freezeRound } from './close-round.service.js';
export { roundById } from './rounds.store.js';
export { evaluationFollower } from './merge-evaluations.js';
