import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inPassing } from './processes.mjs';
import { Stop, say } from './say.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NX_FOLDER = join(ROOT, '.nx');
const LAST_RUN = join(NX_FOLDER, 'cache', 'run.json');

/** @typedef {{ project: string, target: string, ok: boolean, cached: boolean }} Task */

/**
 * Runs tasks of the workspace with Nx, which reuses its cache. A kill can damage Nx's task database, and then no later
 * run begins. So if Nx ends without running its tasks, its folder is emptied and the tasks run once more.
 * @param {string[]} args
 * @param {{ show: boolean }} wishes show: print the output of the tasks as it comes
 * @returns {Promise<{ code: number | string, said: string, tasks: Task[] }>}
 */
export async function runNx(args, { show }) {
  const first = await runOnce(args, show);
  if (first.code === 0 || first.tasks.length > 0 || typeof first.code === 'string') return first;
  if (show) process.stdout.write(first.said);
  say('Nx 未能运行任务，清空其缓存后重试', 'Nx did not run the tasks; its cache is emptied and they are run once more');
  rmSync(NX_FOLDER, { recursive: true, force: true });
  return runOnce(args, show);
}

/**
 * @param {string[]} args
 * @param {boolean} show
 * @returns {Promise<{ code: number | string, said: string, tasks: Task[] }>}
 */
function runOnce(args, show) {
  const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
  if (!existsSync(nx))
    throw new Stop('未安装 nx：请删除 node_modules 后重试', 'nx is not installed: delete node_modules and try again');
  rmSync(LAST_RUN, { force: true });
  return new Promise((resolve, reject) => {
    const child = inPassing(
      spawn(process.execPath, [nx, ...args], {
        cwd: ROOT,
        // Without a terminal of its own, a task ends with Nx and receives signals.
        env: {
          ...process.env,
          NX_DAEMON: 'false',
          NX_NO_CLOUD: 'true',
          NX_TUI: 'false',
          NX_NATIVE_COMMAND_RUNNER: 'false',
        },
        stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      }),
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => (said = (said + part).slice(-40_000)));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? signal ?? 1, said, tasks: lastRun() }));
  });
}

/**
 * The record of Nx's last run; empty if it did not get that far.
 * @returns {Task[]}
 */
function lastRun() {
  try {
    return JSON.parse(readFileSync(LAST_RUN, 'utf8')).tasks.map(
      (/** @type {{ projectName: string, target: string, status: number, cacheStatus: string }} */ task) => ({
        project: task.projectName,
        target: task.target,
        ok: task.status === 0,
        cached: task.cacheStatus !== 'cache-miss',
      }),
    );
  } catch {
    return [];
  }
}
