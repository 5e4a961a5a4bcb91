export { defaultScoreItems } from './per-mu-classes.js';
export {
  classMove,
  classMoves,
  formulaFaults,
  rankFirms,
  readFormula,
  type ClassMove,
  type Ranking,
} from './rounds.js';
export type { SheetItem } from './sheet-value.js';
export { readValuesSheet, valuesFields, type SheetFault } from './values-sheet.js';
