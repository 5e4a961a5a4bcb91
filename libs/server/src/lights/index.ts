export * from './lights.module.js';
export * from './light-bands.service.js';
export * from './pace-targets.service.js';
export * from './enter-pace.service.js';
export * from './lights.due-source.js';
