export * from './contacts.service.js';
export * from './enterprise-identity.js';
export * from './enterprises.module.js';
export * from './enterprises.service.js';
export * from './enterprises.store.js';
export * from './matching-text.js';
export * from './pinyin-of.js';
