export * from './standards.module.js';
export * from './standards.service.js';
export * from './standards.store.js';
export * from './working-days.service.js';
export * from './versions.js';
export * from './calendar.js';
