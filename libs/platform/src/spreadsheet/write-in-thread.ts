import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { limits } from './limits.js';
import { writeSpreadsheet, type WrittenSheet } from './write-spreadsheet.js';

/** A smaller sheet is written faster than a thread starts. */
const IN_PLACE = 500;
/** Rows that are handed over at once. Others are served between two portions. */
const PORTION = 1_000;

/** A sheet without its rows, then its rows, then the word to write. */
export type ToWrite =
  { readonly sheet: Omit<WrittenSheet, 'rows'> } | { readonly rows: WrittenSheet['rows'] } | { readonly write: true };

/** As {@link writeSpreadsheet}; many rows are written in a thread, so that this process stays responsive. */
export async function writeInThread(sheet: WrittenSheet): Promise<Buffer> {
  const { rows, ...head } = sheet;
  if (rows.length <= IN_PLACE) return writeSpreadsheet(sheet);
  const thread = new Worker(new URL('./writing-thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  try {
    const written = Promise.race([
      once(thread, 'message') as Promise<[Uint8Array]>,
      once(thread, 'exit').then(([code]) => {
        throw new Error(`the thread that writes a workbook has ended with ${code}`);
      }),
    ]);
    // It is awaited once everything is handed over; until then it may already have failed.
    written.catch(() => undefined);
    const send = (part: ToWrite) => thread.postMessage(part);
    send({ sheet: head });
    for (let at = 0; at < rows.length; at += PORTION) {
      send({ rows: rows.slice(at, at + PORTION) });
      await new Promise((resolve) => setImmediate(resolve));
    }
    send({ write: true });
    const [content] = await written;
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  } finally {
    await thread.terminate();
  }
}
