import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from './patience.js';
import { freePort } from './product-process.js';

/** Servers of a spec that need a folder and a port each, and end together. */
export class RedisServers {
  private readonly children: ChildProcess[] = [];
  private readonly folders: string[] = [];

  /** `settings` as in redis.conf. Resolves when the server answers. */
  async start(settings: string, { sentinel = false } = {}): Promise<{ port: number; child: ChildProcess }> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'crm-redis-'));
    this.folders.push(folder);
    const file = join(folder, 'redis.conf');
    writeFileSync(file, `port ${port}\nbind 127.0.0.1\ndir ${folder}\nlogfile ""\n${settings}\n`);
    const child = spawn('redis-server', [file, ...(sentinel ? ['--sentinel'] : ['--save', ''])], { stdio: 'ignore' });
    this.children.push(child);
    await this.asked(port, (redis) => redis.ping());
    return { port, child };
  }

  async asked<T>(port: number, ask: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 50 });
    redis.on('error', () => undefined);
    try {
      return await ask(redis);
    } finally {
      redis.disconnect();
    }
  }

  async stop(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true });
  }

  /** A cluster of three masters that share the slots. Returns the port of one node. */
  async cluster(): Promise<number> {
    const nodes = [];
    for (let n = 0; n < 3; n++) nodes.push((await this.start('cluster-enabled yes\nmaxmemory-policy noeviction')).port);
    const [first = 0, ...others] = nodes;
    for (const [n, port] of nodes.entries())
      await this.asked(port, (redis) =>
        redis.call('CLUSTER', 'ADDSLOTSRANGE', n * 5461, n === 2 ? 16383 : n * 5461 + 5460),
      );
    for (const port of others) await this.asked(first, (redis) => redis.call('CLUSTER', 'MEET', '127.0.0.1', port));
    for (const port of nodes)
      await eventually(
        async () => (await this.asked(port, (redis) => redis.cluster('INFO'))).includes('cluster_state:ok'),
        'the cluster to agree',
      );
    return first;
  }
}
