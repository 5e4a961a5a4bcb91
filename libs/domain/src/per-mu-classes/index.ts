export * from './per-mu-classes.js';
export * from './rounds.js';
export * from './values-sheet.js';
