export * from './catalogue.js';
export * from './openapi.js';
