import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startOf, wait } from './processes.mjs';

/** @param {string} file @returns {number | undefined} the process that holds the lock, if it is alive */
function holderOf(file) {
  try {
    const { pid, start } = JSON.parse(readFileSync(file, 'utf8'));
    return start !== '' && startOf(pid) === start ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs `work` while no other process of this machine runs work under the same file. A lock of a dead process counts
 * for nothing.
 * @template T
 * @param {string} file
 * @param {(holder: number) => void} onWait told once, with the process that is waited for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, start: startOf(process.pid) }));
  try {
    for (let told = false; !(await taken(mine, file)); await wait(100)) {
      const holder = holderOf(file);
      if (holder === undefined) rmSync(file, { force: true });
      else if (!told) {
        told = true;
        onWait(holder);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A link appears with its content at once, or not at all. @param {string} mine @param {string} file */
async function taken(mine, file) {
  try {
    linkSync(mine, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  // Two may both have removed a stale lock; the one that lost its lock notices here.
  await wait(40);
  return holderOf(file) === process.pid;
}
