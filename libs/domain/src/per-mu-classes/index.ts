export * from './per-mu-classes.js';
