import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { POSTGRES_STEPS, startOf, stopProcess } from './processes.mjs';

// A small process that outlives its parent by some seconds. It holds a pipe to the parent. When the pipe closes (at the
// end, after kill -9, a crash or a closed terminal), it stops whatever the parent had started. So no PostgreSQL is left
// running.

/**
 * @typedef {{
 *   watch(pid: number, kind: 'postgres' | 'process'): void,
 *   forget(pid: number): void,
 *   removeLater(path: string): void,
 *   dismiss(): void,
 * }} Guard
 */

/** @returns {Guard} */
export function startGuard() {
  // A session of its own: Ctrl-C in the terminal, or a kill of the process group, must not reach it.
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  /** @type {{ unref?: () => void }} */ (child.stdin).unref?.();
  /** @param {object} order */
  const tell = (order) => void child.stdin.write(`${JSON.stringify(order)}\n`);
  return {
    watch: (pid, kind) => tell({ watch: pid, kind, start: startOf(pid) }),
    forget: (pid) => tell({ forget: pid }),
    removeLater: (path) => tell({ remove: path }),
    /** Closing the pipe now makes the guard stop and remove everything it watches. */
    dismiss: () => void child.stdin.end(),
  };
}

async function standGuard() {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => undefined);
  /** @type {Map<number, { kind: string, start: string }>} */
  const watched = new Map();
  /** @type {string[]} */
  const remove = [];
  for await (const line of createInterface({ input: process.stdin })) {
    const order = JSON.parse(line);
    if (order.watch) watched.set(order.watch, { kind: order.kind, start: order.start });
    if (order.forget) watched.delete(order.forget);
    if (order.remove) remove.push(order.remove);
  }
  // The same pid with another start time: the process has ended and its number belongs to another process.
  const ours = [...watched].filter(([pid, seen]) => startOf(pid) === seen.start && seen.start !== '');
  const stop = (kind, steps) =>
    Promise.all(ours.filter(([, seen]) => seen.kind === kind).map(([pid]) => stopProcess(pid, steps)));
  await stop('process', [
    ['SIGTERM', 4_000],
    ['SIGKILL', 2_000],
  ]);
  await stop('postgres', POSTGRES_STEPS);
  for (const path of remove) rmSync(path, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await standGuard();
