import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { lastLinesOf } from './logs.mjs';
import { inPassing, stopProcess, wait } from './processes.mjs';
import { Stop, say } from './say.mjs';

/**
 * A child that dies within this time of its start counts as a quick death; after several in a row it is not started
 * again.
 */
const QUICK_MS = 30_000;
const QUICK_DEATHS = 5;

/**
 * @typedef {{
 *   name: string,
 *   zh: string,
 *   file: string,
 *   flags: readonly string[],
 *   env: NodeJS.ProcessEnv,
 *   log: string,
 *   cwd: string,
 *   guard: import('./guard.mjs').Guard,
 *   onGivenUp: (why: Stop) => void,
 * }} ChildWishes
 */

/**
 * Runs a process of the product and restarts it when it dies.
 * @param {ChildWishes} wishes
 */
export function supervise({ name, zh, file, flags, env, log, cwd, guard, onGivenUp }) {
  let stopping = false;
  let quickDeaths = 0;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;

  const start = () => {
    const began = Date.now();
    const out = openSync(log, 'a', 0o600);
    // A session of its own: Ctrl-C in the terminal reaches only the stack, which stops things in order. A channel to
    // us: the child ends if we are killed (PARENT_WATCH).
    const started = spawn(process.execPath, [...flags, file], {
      cwd,
      env: { ...env, PARENT_WATCH: '1' },
      detached: true,
      stdio: ['ignore', out, out, 'ipc'],
    });
    closeSync(out);
    child = started;
    if (started.pid) guard.watch(started.pid, 'process');
    started.once('error', () => undefined);
    started.once('exit', (code, signal) => {
      if (started.pid) guard.forget(started.pid);
      if (stopping) return;
      quickDeaths = Date.now() - began < QUICK_MS ? quickDeaths + 1 : 1;
      const how = `${code ?? signal}`;
      if (quickDeaths >= QUICK_DEATHS) {
        onGivenUp(
          new Stop(
            `${zh}连续 ${QUICK_DEATHS} 次启动后退出（${how}），不再重试。日志 ${log} 末尾：\n${lastLinesOf(log, 15)}`,
            `The ${name} ended ${QUICK_DEATHS} times right after its start; given up. The end of its log is above`,
          ),
        );
        return;
      }
      const pause = 250 * 2 ** quickDeaths;
      say(`${zh}意外退出（${how}），${pause / 1000} 秒后重启`, `the ${name} ended unexpectedly, starting it again`);
      void wait(pause).then(() => {
        if (!stopping) start();
      });
    });
  };
  start();

  return {
    name,
    get pid() {
      return child?.pid;
    },
    /** @param {number} patience milliseconds for an orderly end */
    async stop(patience) {
      stopping = true;
      if (child?.pid && child.exitCode === null && child.signalCode === null)
        await stopProcess(child.pid, [
          ['SIGTERM', patience],
          ['SIGKILL', 2_000],
        ]);
    },
    stopNow() {
      stopping = true;
      child?.kill('SIGKILL');
    },
  };
}

/**
 * Runs a process to its end. Returns its standard output, or throws a Stop with what it printed.
 * @param {{ zh: string, en: string, file: string, env: NodeJS.ProcessEnv, cwd: string }} wishes
 * @returns {Promise<string>}
 */
export function runOnce({ zh, en, file, env, cwd }) {
  return new Promise((resolve, reject) => {
    const child = inPassing(spawn(process.execPath, [file], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }));
    let output = '';
    let all = '';
    child.stdout.on('data', (part) => {
      output += part;
      all += part;
    });
    child.stderr.on('data', (part) => (all += part));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(new Stop(`${zh}失败（${code ?? signal}）：\n${all.trim().slice(-4_000)}`, `${en} failed (see above)`));
    });
  });
}
