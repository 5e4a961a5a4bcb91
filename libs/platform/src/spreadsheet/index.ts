export type { Sheet, Workbook } from './workbook.js';
export { SpreadsheetFault, limits as spreadsheetLimits } from './limits.js';
export { glance, readSpreadsheet } from './read-spreadsheet.js';
export { listEntries } from './zip.js';
export { readInThread, type SpreadsheetReader } from './read-in-thread.js';
export { writeInThread } from './write-in-thread.js';
export { writeSpreadsheet, type WrittenCell, type WrittenSheet } from './write-spreadsheet.js';
