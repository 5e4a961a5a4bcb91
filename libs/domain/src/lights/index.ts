export * from './traffic-light.js';
export * from './pace.js';
export * from './coverage.js';
