export * from './access.module.js';
export * from './access.service.js';
export * from './passwords.js';
export * from './users.service.js';
export * from './api-keys.service.js';
