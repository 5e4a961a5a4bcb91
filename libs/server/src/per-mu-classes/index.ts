export * from './per-mu-classes.module.js';
export * from './formula.service.js';
export * from './rounds.service.js';
export * from './enter-values.service.js';
export * from './read-values.service.js';
export * from './close-round.service.js';
export * from './rounds.store.js';
