export * from './catalogue.js';
export * from './openapi.js';
export * from './routes-module.js';
