import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * State and start time of a process; undefined if it has ended. A zombie counts as ended: in a container nobody may
 * ever reap it.
 * @param {number} pid
 */
function lookAt(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { startedAt: fields[19] ?? '' };
    } catch {
      return undefined;
    }
  }
  const seen = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  return !seen || seen.startsWith('Z') ? undefined : { startedAt: seen.replace(/^\S+\s+/, '') };
}

/** @param {number} pid */
export function isAlive(pid) {
  return lookAt(pid) !== undefined;
}

/**
 * Distinguishes a process from a later one with the same pid (after a reboot, or in a container).
 * @param {number} pid
 */
export function startOf(pid) {
  return lookAt(pid)?.startedAt ?? '';
}

/** @param {number} pid */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  } catch {
    return '';
  }
}

/**
 * Processes that run to an end (npm, a build, a migration). If the stack ends first, it ends them too.
 * @type {Set<import('node:child_process').ChildProcess>}
 */
export const passing = new Set();

/** @template {import('node:child_process').ChildProcess} T @param {T} child @returns {T} */
export function inPassing(child) {
  passing.add(child);
  child.once('close', () => passing.delete(child));
  child.once('error', () => passing.delete(child));
  return child;
}

/** @param {number} milliseconds */
export function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Whether the process ends within the time.
 * @param {number} pid
 * @param {number} milliseconds
 */
async function goneWithin(pid, milliseconds) {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await wait(25);
  }
  return true;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends stronger and stronger signals, each with its time to act.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} steps
 */
export async function stopProcess(pid, steps) {
  for (const [signal, patience] of steps) {
    if (!isAlive(pid)) return true;
    send(pid, signal);
    if (await goneWithin(pid, patience)) return true;
  }
  return !isAlive(pid);
}

/**
 * PostgreSQL: SIGINT is a fast shutdown (roll back, checkpoint), SIGQUIT an immediate one (recovery at the next start).
 */
export const POSTGRES_STEPS = /** @type {[NodeJS.Signals, number][]} */ ([
  ['SIGINT', 10_000],
  ['SIGQUIT', 3_000],
  ['SIGKILL', 2_000],
]);
