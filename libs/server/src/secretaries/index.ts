export * from './assignments.service.js';
export * from './coverage.service.js';
export * from './secretaries.module.js';
