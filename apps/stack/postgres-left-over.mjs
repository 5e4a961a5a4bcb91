import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { POSTGRES_STEPS, commandOf, isAlive, stopProcess } from './processes.mjs';
import { Stop, say } from './say.mjs';

/** @param {string} cluster */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: (lines[7] ?? '').trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Repairs what a kill or a power cut left in the cluster. Only the start that holds the lock of the data folder calls
 * it, so a server still running here is an orphan and is stopped. A pid file whose number belongs to another process
 * would keep PostgreSQL from starting, so it is removed. A pid file of a dead server stays: PostgreSQL checks itself
 * that no child is still writing.
 * @param {string} cluster
 */
export async function repairLeftOver(cluster) {
  const pidFile = join(cluster, 'postmaster.pid');
  const seen = readPidFile(cluster);
  if (!seen) {
    if (existsSync(pidFile)) rmSync(pidFile);
    return;
  }
  if (!isAlive(seen.pid)) return;
  const command = commandOf(seen.pid);
  if (!command.includes('postgres') || !command.includes(cluster)) {
    rmSync(pidFile);
    return;
  }
  say(`停止上次遗留的 PostgreSQL（PID ${seen.pid}）`, `stopping a PostgreSQL left from the last run (pid ${seen.pid})`);
  if (!(await stopProcess(seen.pid, POSTGRES_STEPS))) {
    throw new Stop(
      `遗留的 PostgreSQL（PID ${seen.pid}）无法停止`,
      `The left-over PostgreSQL (pid ${seen.pid}) cannot be stopped`,
    );
  }
}
