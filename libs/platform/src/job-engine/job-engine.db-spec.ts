import { Redis } from 'ioredis';
import { z } from 'zod';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { eventually } from '../../../../test/servers/patience.js';
import { freshRedis, ownRedis } from '../../../../test/servers/redis.js';
import { Database, createDataSource, isDatabaseAway } from '../db/index.js';
import { createLogger } from '../log/index.js';
import { JobEngine, UnfitQueueServerError, type QueueServer } from './index.js';
import {
  JobRequests,
  Relay,
  defineJob,
  requestJob,
  settleIn,
  type JobDeclaration,
  type JobHandler,
} from '../queue/index.js';

const log = createLogger('spec', 'silent');
const note = defineJob({
  name: 'spec.note',
  does: 'Notes a word.',
  payload: z.object({ word: z.string() }),
  lane: 'quick',
  attempts: 2,
});
const tick = defineJob({
  name: 'spec.tick',
  does: 'Ticks.',
  payload: z.object({}),
  lane: 'quick',
  every: { ms: 200 },
  attempts: 1,
});

class Final extends Error {}

describe.each(['redis', 'postgres'] as const)('the job engine on %s', (kind) => {
  let fresh: FreshDatabase;
  let database: Database;
  let server: QueueServer;
  const running: { engine: JobEngine; relay: Relay }[] = [];

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(
      await createDataSource({ url: fresh.url, pool: 6, migrations: [], applicationName: 'spec', log }).initialize(),
    );
    server = kind === 'redis' ? { kind, url: await freshRedis() } : { kind, url: fresh.url };
  });
  afterEach(async () => {
    for (const { relay, engine } of running.splice(0)) {
      await relay.stop();
      await engine.stop(1_000);
    }
  });
  afterAll(async () => {
    await database.dataSource.destroy();
    await fresh.drop();
  });

  function begin(
    handle: (word: string) => Promise<void>,
    more: { jobs?: JobDeclaration[]; handlers?: JobHandler[]; on?: QueueServer } = {},
  ) {
    const jobs = [note, ...(more.jobs ?? [])];
    const handler: JobHandler<typeof note> = { job: note, handle: ({ word }) => handle(word) };
    const engine = new JobEngine({
      server: more.on ?? server,
      zone: 'Asia/Shanghai',
      jobs,
      handlers: [handler, ...(more.handlers ?? [])],
      isFinal: (error) => error instanceof Final,
      isPassing: isDatabaseAway,
      settle: settleIn(database),
      log,
    });
    const relay = new Relay(engine, [new JobRequests(database, jobs)], log, 100);
    running.push({ engine, relay });
    relay.start();
    return { engine, relay };
  }
  const ask = (word: string) => database.transaction('system:spec', (tx) => requestJob(tx, note, { word }));
  const stateOf = (id: string) =>
    database.read((rows) =>
      rows.one<{ done_at: string | null; error: string | null }>(
        'SELECT done_at, error FROM job_request WHERE id = $1',
        [id],
      ),
    );

  it('does what was asked for, once, and marks the request as done', async () => {
    const seen: string[] = [];
    const { engine } = begin(async (word) => void seen.push(word));
    await engine.start();
    const ids = await Promise.all(['招', '商', '引', '资'].map(ask));
    await eventually(async () => (await Promise.all(ids.map(stateOf))).every((row) => row?.done_at));
    expect(seen.sort()).toEqual(['商', '引', '招', '资'].sort());
    expect((await stateOf(ids[0] as string))?.error).toBeNull();
  });

  it('repeats what fails, and closes as dead what no repetition mends', async () => {
    let tries = 0;
    const { engine } = begin(async (word) => {
      if (word === 'never') throw new Final('refused');
      if (++tries === 1) throw new Error('a moment');
    });
    await engine.start();
    const [mended, dead] = [await ask('later'), await ask('never')];
    await eventually(async () => Boolean((await stateOf(mended))?.done_at && (await stateOf(dead))?.done_at));
    expect(tries).toBe(2);
    expect((await stateOf(mended))?.error).toBeNull();
    expect((await stateOf(dead))?.error).toBe('refused');
  });

  it('gathers a burst of requests into few runs, the last of which comes after all of them', async () => {
    const burst = defineJob({
      name: 'spec.burst',
      does: 'Counts.',
      payload: z.object({}),
      lane: 'quick',
      attempts: 2,
      gatherMs: 300,
    });
    let runs = 0;
    let last = 0;
    const { engine } = begin(async () => undefined, {
      jobs: [burst as JobDeclaration],
      handlers: [
        {
          job: burst,
          handle: async () => {
            runs++;
            last = Date.now();
          },
        } as JobHandler,
      ],
    });
    await engine.start();
    for (let n = 0; n < 60; n++) await database.transaction('system:spec', (tx) => requestJob(tx, burst, {}));
    const asked = Date.now();
    await eventually(
      async () =>
        (await database.read((rows) =>
          rows.one(`SELECT 1 AS open FROM job_request WHERE job = 'spec.burst' AND done_at IS NULL`),
        )) === undefined,
    );
    expect(runs).toBeGreaterThanOrEqual(1);
    expect(runs).toBeLessThanOrEqual(10);
    expect(last).toBeGreaterThan(asked);
  });

  it('runs what recurs once per turn with two engines, and no longer what is not declared', async () => {
    let ticks = 0;
    const ticking = { jobs: [tick as JobDeclaration], handlers: [{ job: tick, handle: async () => void ticks++ }] };
    const [a, b] = [begin(async () => undefined, ticking), begin(async () => undefined, ticking)];
    await Promise.all([a.engine.start(), b.engine.start()]);
    await eventually(() => ticks >= 3);
    const [from, since] = [ticks, Date.now()];
    await eventually(() => ticks >= from + 6);
    // If both engines took every turn, there would be twice as many ticks as turns.
    expect(ticks - from).toBeLessThanOrEqual((Date.now() - since) / 200 + 2);
    for (const one of running.splice(0)) {
      await one.relay.stop();
      await one.engine.stop(1_000);
    }
    const { engine } = begin(async () => undefined);
    await engine.start();
    const before = ticks;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ticks).toBe(before);
  });

  it('lets a running job end before it lets go', async () => {
    let ended = false;
    const { engine } = begin(async () => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      ended = true;
    });
    await engine.start();
    const id = await ask('slow');
    await eventually(
      async () =>
        (
          await database.read((rows) =>
            rows.one<{ enqueued: boolean }>(
              'SELECT enqueued_at IS NOT NULL AS enqueued FROM job_request WHERE id = $1',
              [id],
            ),
          )
        )?.enqueued === true,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await engine.stop(5_000);
    expect(ended).toBe(true);
    expect((await stateOf(id))?.done_at).not.toBeNull();
  });

  it('whoever waits for a job learns that its last attempt failed, and not before', async () => {
    const heard: [string, string][] = [];
    let attempts = 0;
    const doomed = defineJob({ ...note, name: 'spec.doomed' });
    const handler: JobHandler<typeof doomed> = {
      job: doomed,
      handle: () => {
        attempts += 1;
        expect(heard).toEqual([]);
        return Promise.reject(new Error('poison'));
      },
      gaveUp: async ({ word }, error) => void heard.push([word, (error as Error).message]),
    };
    const { engine } = begin(async () => undefined, { jobs: [doomed], handlers: [handler] });
    await engine.start();
    const id = await database.transaction('system:spec', (tx) => requestJob(tx, doomed, { word: 'ledger' }));
    await eventually(async () => Boolean((await stateOf(id))?.done_at));
    expect([heard, attempts]).toEqual([[['ledger', 'poison']], 2]);
  });

  if (kind === 'redis') {
    it('brings back within seconds what a flush has taken, also what recurs', async () => {
      let ticks = 0;
      const seen: string[] = [];
      const ticking = { jobs: [tick as JobDeclaration], handlers: [{ job: tick, handle: async () => void ticks++ }] };
      const first = begin(async (word) => void seen.push(word), ticking);
      await first.engine.start();
      await eventually(() => ticks > 0);
      // The state after a crash between the two steps: marked as enqueued, but not in the queue.
      const ids = await Promise.all(['a', 'b', 'c'].map(ask));
      await eventually(async () => (await Promise.all(ids.map(stateOf))).every((row) => row?.done_at));
      await first.relay.stop();
      await database.transaction('system:spec', (tx) =>
        tx.run('UPDATE job_request SET enqueued_at = now(), done_at = NULL WHERE id = ANY($1)', [ids]),
      );
      const redis = new Redis(server.url);
      await redis.flushdb();
      await redis.quit();
      const [known, ticked] = [seen.length, ticks];
      const relay = new Relay(first.engine, [new JobRequests(database, [note])], log, 100);
      running.push({ engine: first.engine, relay });
      relay.start();
      await eventually(async () => ticks > ticked + 1 && seen.length >= known + 3);
    });

    it('neither hangs nor loses anything while Redis is away, and works when it comes', async () => {
      const away: QueueServer = { kind: 'redis', url: 'redis://127.0.0.1:1' };
      const seen: string[] = [];
      const { engine, relay } = begin(async (word) => void seen.push(word), { on: away });
      let begun = false;
      void engine.start().then(
        () => (begun = true),
        () => undefined,
      );
      const id = await ask('waits');
      expect(await relay.round()).toBe(0);
      expect(engine.available).toBe(false);
      await engine.stop(1_000);
      expect(begun).toBe(false);
      expect((await stateOf(id))?.done_at).toBeNull();
      const later = begin(async (word) => void seen.push(word));
      await later.engine.start();
      await eventually(async () => Boolean((await stateOf(id))?.done_at));
      expect(seen).toEqual(['waits']);
    });

    it('refuses a Redis that drops jobs when it is full', async () => {
      const redis = await ownRedis({ policy: 'allkeys-lru' });
      try {
        await expect(
          begin(async () => undefined, { on: { kind: 'redis', url: redis.url } }).engine.start(),
        ).rejects.toBeInstanceOf(UnfitQueueServerError);
      } finally {
        await redis.stop();
      }
    });
  }
});
