export * from './supplement.js';
