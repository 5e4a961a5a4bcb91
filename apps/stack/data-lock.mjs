import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startOf, wait } from './processes.mjs';
import { Stop } from './say.mjs';

/**
 * One start per data folder.
 * @typedef {{ pid: number, start: string, address?: string, postgresPort?: number }} Holder
 */

/**
 * The process that holds the folder, if it is still alive.
 * @param {string} dataDir
 * @returns {Holder | undefined}
 */
export function holderOf(dataDir) {
  try {
    const holder = JSON.parse(readFileSync(join(dataDir, 'stack.lock'), 'utf8'));
    const start = startOf(holder.pid);
    return start !== '' && start === holder.start ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} dataDir */
export async function lockData(dataDir) {
  const file = join(dataDir, 'stack.lock');
  /** @type {Holder} */
  const mine = { pid: process.pid, start: startOf(process.pid) };
  for (let attempt = 0; ; attempt += 1) {
    const holder = holderOf(dataDir);
    if (holder) {
      const where = holder.address ?? '';
      throw new Stop(
        `已在运行：${where || '正在启动'}（PID ${holder.pid}，数据 ${dataDir}）。另起一套请设置别的 DATA_DIR`,
        `Already running: ${where || 'it is starting'} (pid ${holder.pid}, data in ${dataDir}). For a second one set another DATA_DIR`,
      );
    }
    rmSync(file, { force: true });
    try {
      const handle = openSync(file, 'wx', 0o644);
      writeSync(handle, JSON.stringify(mine));
      closeSync(handle);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST' || attempt === 5) throw error;
      continue;
    }
    // Two starts may both have removed a stale lock; the one that lost its lock notices here.
    await wait(40);
    if (holderOf(dataDir)?.pid === process.pid) break;
  }
  return {
    /**
     * Facts for a second start, or for a command beside the running product.
     * @param {{ address?: string, postgresPort?: number }} facts
     */
    tell(facts) {
      writeFileSync(file, JSON.stringify(Object.assign(mine, facts)));
    },
    release() {
      if (holderOf(dataDir)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}
