import { Worker } from 'node:worker_threads';
import { SpreadsheetFault, limits } from './limits.js';
import type { Workbook } from './workbook.js';

export type SpreadsheetReader = (file: Uint8Array) => Promise<Workbook>;

interface Answer {
  readonly workbook?: Workbook;
  readonly fault?: { readonly code: string; readonly facts: Readonly<Record<string, string | number>> };
}

/**
 * Reads an uploaded file in a thread with its own memory limit and time limit, so this process stays responsive.
 * Refuses `sheet.time` and `sheet.memory`, and what {@link SpreadsheetFault} lists.
 */
export const readInThread: SpreadsheetReader = (file) =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./reading-thread.js', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const timer = setTimeout(
      () => end(new SpreadsheetFault('sheet.time', { seconds: limits.milliseconds / 1_000 })),
      limits.milliseconds,
    );
    const end = (error: unknown): void => {
      clearTimeout(timer);
      reject(error);
      void thread.terminate();
    };
    thread.once('message', ({ workbook, fault }: Answer) => {
      clearTimeout(timer);
      if (workbook) resolve(workbook);
      else reject(new SpreadsheetFault(fault?.code ?? 'sheet.damaged', fault?.facts));
    });
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new SpreadsheetFault('sheet.memory', { megabytes: limits.memoryMb })
          : error,
      ),
    );
    thread.once('exit', () => end(new SpreadsheetFault('sheet.damaged')));
  });
