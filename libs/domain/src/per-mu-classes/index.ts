export * from './per-mu-classes.js';
export * from './rounds.js';
export type { SheetItem } from './sheet-value.js';
export * from './values-sheet.js';
