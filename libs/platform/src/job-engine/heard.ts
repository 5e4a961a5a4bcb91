import type { Logger } from '../log/index.js';

// A worker that is killed twice during a job must not fail the job for good (BullMQ's default allows one). Handlers are
// safe to repeat.
export const workerSettings = { maxStalledCount: 1_000, stalledInterval: 5_000, lockDuration: 15_000 };

export function heard<
  Opened extends { on(event: 'error', listener: (error: Error) => void): unknown; readonly name: string },
>(opened: Opened, log: Logger): Opened {
  // Without a listener, a lost connection would end the process.
  opened.on('error', (error) => log.warn({ err: error, queue: opened.name }, 'queue connection trouble'));
  return opened;
}
