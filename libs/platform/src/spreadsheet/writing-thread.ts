import { parentPort } from 'node:worker_threads';
import type { ToWrite } from './write-in-thread.js';
import { writeSpreadsheet, type WrittenSheet } from './write-spreadsheet.js';

type Row = WrittenSheet['rows'][number];

/** The thread of `writeInThread`: one sheet, one answer. */
let head: Omit<WrittenSheet, 'rows'> | undefined;
const rows: Row[] = [];

parentPort?.on('message', (part: ToWrite) => {
  if ('sheet' in part) head = part.sheet;
  else if ('rows' in part) for (const row of part.rows) rows.push(row);
  else if (head) void writeSpreadsheet({ ...head, rows }).then((content) => parentPort?.postMessage(content));
});
