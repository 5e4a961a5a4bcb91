export * from './supplements.module.js';
export * from './supplements.service.js';
export * from './renewals.service.js';
