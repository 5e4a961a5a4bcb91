import { parentPort, workerData } from 'node:worker_threads';
import { SpreadsheetFault } from './limits.js';
import { readSpreadsheet } from './read-spreadsheet.js';

/** The thread of `readInThread`: one file, one answer, then it ends. */
try {
  parentPort?.postMessage({ workbook: readSpreadsheet(workerData as Uint8Array) });
} catch (error) {
  if (!(error instanceof SpreadsheetFault)) throw error;
  parentPort?.postMessage({ fault: { code: error.code, facts: error.facts } });
}
