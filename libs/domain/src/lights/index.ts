export * from './traffic-light.js';
