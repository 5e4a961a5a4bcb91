import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { WAIT_MS } from './patience.js';

export interface Running {
  readonly pid: number | undefined;
  until(holds: () => Promise<boolean>, what: string): Promise<void>;
  /** Whether the process has sent 'ready' to its parent. */
  saidReady(): boolean;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** SIGTERM, and SIGKILL if that has no effect. */
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A long-running process of the product. It ends with this process (PARENT_WATCH: it watches the ipc channel). */
export function startProcess(name: string, file: string, env: NodeJS.ProcessEnv, written: string[]): Running {
  if (!existsSync(file)) throw new Error(`${file} is missing: build first (npx nx run-many -t build)`);
  const child = spawn(process.execPath, [file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => written.push(part.toString('utf8')));
  let end: string | undefined;
  let saidReady = false;
  child.on('message', (message) => (saidReady ||= message === 'ready'));
  const over = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      end = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      end = `exit ${code ?? signal}`;
      resolve();
    });
  });
  const until = async (holds: () => Promise<boolean>, what: string) => {
    for (const limit = Date.now() + WAIT_MS; ;) {
      if (end !== undefined)
        throw new Error(`${name} ended (${end}) before ${what}:\n${written.join('').slice(-4_000)}`);
      if (await holds().catch(() => false)) return;
      if (Date.now() > limit)
        throw new Error(`${name}: waited ${WAIT_MS / 1_000} s for: ${what}\n${written.join('').slice(-4_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const kill = async (signal: NodeJS.Signals) => {
    if (end === undefined) child.kill(signal);
    await over;
  };
  return {
    pid: child.pid,
    until,
    saidReady: () => saidReady,
    kill,
    stop: async () => {
      const force = setTimeout(() => child.kill('SIGKILL'), WAIT_MS);
      await kill('SIGTERM');
      clearTimeout(force);
    },
  };
}

/** Runs a process to its end. Returns its standard output, or throws with all its output. */
export async function runToEnd(file: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (!existsSync(file)) throw new Error(`${file} is missing: build first (npx nx run-many -t build)`);
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString('utf8')));
  child.stderr.on('data', (part: Buffer) => (errors += part.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${file} ended with ${code}:\n${output.slice(-2_000)}${errors.slice(-4_000)}`);
  return output;
}
