import { readFileSync } from 'node:fs';
import { commandOf, isAlive } from './processes.mjs';

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/**
 * Ends together with `npm start` if npm itself is killed. npm passes on SIGINT and SIGTERM, but cannot pass on kill -9.
 * @param {() => void} then
 */
export function whenLauncherIsGone(then) {
  if (!process.env.npm_lifecycle_event) return;
  const above = [process.ppid];
  // npm runs the script through a shell, which may remain in between.
  if (/^(\/bin\/)?(sh|bash|dash)\s/.test(`${commandOf(process.ppid)} `)) above.push(parentOf(process.ppid));
  const watched = above.filter((pid) => pid > 1);
  const look = setInterval(() => {
    if (watched.every(isAlive)) return;
    clearInterval(look);
    then();
  }, 1_000);
  look.unref();
}
