export * from './timeline.module.js';
export * from './timeline.service.js';
