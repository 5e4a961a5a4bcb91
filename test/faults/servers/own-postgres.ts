import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OwnPostgres {
  readonly url: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  /** kill -9 of the postmaster, then a restart on the same port. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own that may be killed. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const child = spawn(process.execPath, [join(__dirname, 'own-postgres.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((said: Record<string, unknown>) => void)[] = [];
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    // Its progress lines are plain text; its answers are JSON.
    if (line.startsWith('{')) waiting.shift()?.(JSON.parse(line) as Record<string, unknown>);
  });
  const answer = () =>
    Promise.race([
      new Promise<Record<string, unknown>>((resolve) => waiting.push(resolve)),
      over.then(() => Promise.reject(new Error('the PostgreSQL of the fault test ended'))),
    ]);
  const { ready } = (await answer()) as { ready: { runtime: string; owner: string; superuserUrl: string } };
  return {
    url: ready.runtime,
    ownerUrl: ready.owner,
    superuserUrl: ready.superuserUrl,
    kill: async () => {
      const restarted = answer();
      child.stdin.write('kill\n');
      await restarted;
    },
    stop: async () => {
      child.stdin.end();
      await over;
    },
  };
}
