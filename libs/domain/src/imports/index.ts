export { GridIndex, columnLetter, placeOfLetter, type Grid, type GridCell, type GridMerge } from './grid.js';
export { headerText, percentUnits, promiseUnits, unitOfWord, type ColumnUnit } from './column-units.js';
export { BESIDE, besideField, fieldOf, fieldsOf, importKinds, type Field, type ImportKind } from './fields.js';
export { columnsAt, findHeader, type FoundHeader, type GuessedColumn, type HeaderRows } from './find-header.js';
export { unitFor } from './match-header.js';
export { doubledFields, groupOf, instructionsFrom, missingFields, type Instructions } from './instructions.js';
export type { Directory, Listed } from './directory.js';
export type { ContractEntry, FiguresEntry } from './entries.js';
export {
  cellNotices,
  creditCodeOf,
  nameOf,
  numberText,
  readable,
  type CellNotice,
  type PromisedAmount,
} from './read-cell.js';
export { shownText } from './read-day.js';
export { periodUnits } from './read-period.js';
export type { CellFault, NoticedCell } from './read-row.js';
export { rowKind, type RowKind } from './row-kind.js';
export { groupUnits, unitGroups, type UnitCheck, type UnitGroup } from './unit-check.js';
export { checkRows, checkSheet, type CheckedRow, type CheckedSheet } from './check-sheet.js';
export { doubtsAbout } from './figure-doubts.js';
export { questionedFigures } from './questioned-figures.js';
export type { ImportEntry } from './kinds.js';
export type { StandardEntry, WorkingDayEntry } from './reference-entries.js';

export { checkCalendarRows } from './calendar-rows.js';
export { amendmentOf, type AmendableContract, type RowAmendment } from './supplement-row.js';
