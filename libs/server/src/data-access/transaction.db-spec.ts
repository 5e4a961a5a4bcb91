import { Database, IdempotencyMismatch, Replayed, createDataSource, newId } from '@crm/platform/db';
import { runInContext } from '@crm/platform/context';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { departmentTable } from '../access/access.entity.js';
import { migrations } from '../migrations/index.js';

describe('one verb, one transaction', () => {
  let fresh: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    const dataSource = createDataSource({
      url: fresh.url,
      pool: 5,
      migrations,
      applicationName: 'spec',
      log: createLogger('spec', 'silent'),
    });
    database = new Database(await dataSource.initialize());
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });

  const add = (name: string) =>
    database.transaction('user:7b6d2c4e-0000-7000-8000-000000000001', async (tx) => {
      const id = newId();
      await tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [id, name]);
      return id;
    });
  const auditOf = (id: string) =>
    fresh.query<{
      actor: string;
      request: string;
      action: string;
      before: object | null;
      after: Record<string, unknown> | null;
    }>('SELECT * FROM audit_entry WHERE subject_id = $1 ORDER BY seq', [id]);

  it('writes the change and who made it, in which request', async () => {
    const id = await runInContext({ traceId: 'trace-1' }, () => add('招商一部'));
    const [entry] = await auditOf(id);
    expect(entry).toMatchObject({
      actor: 'user:7b6d2c4e-0000-7000-8000-000000000001',
      request: 'trace-1',
      action: 'insert',
      before: null,
    });
    expect(entry?.after).toMatchObject({ name: '招商一部' });
  });

  it('writes of an update only what changed, before and after', async () => {
    const id = await add('招商五部');
    await database.transaction('system:spec', (tx) => departmentTable.change(tx, id, 1, { name: '五部' }));
    const [, update] = await auditOf(id);
    expect(update).toMatchObject({
      action: 'update',
      before: { name: '招商五部', version: 1 },
      after: { name: '五部', version: 2 },
    });
    expect(update?.after).not.toHaveProperty('created_at');
  });

  it('copies no secret', async () => {
    const id = newId();
    await database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO app_user (id, username, name, role, password_hash)
         VALUES ($1, 'spec', '甲', 'officer', 'argon-secret')`,
        [id],
      ),
    );
    expect(JSON.stringify(await auditOf(id))).not.toContain('argon-secret');
  });

  it('leaves neither change nor audit row when the verb throws', async () => {
    const id = newId();
    await expect(
      database.transaction('system:spec', async (tx) => {
        await tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [id, '半途']);
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await auditOf(id)).toEqual([]);
    expect(await fresh.query('SELECT 1 FROM department WHERE id = $1', [id])).toEqual([]);
  });

  it('answers statements that were sent together in their order', async () => {
    const answers = await database.read((rows) =>
      Promise.all([
        rows.one('SELECT 1 AS n'),
        rows.hot('SELECT 2 AS n, pg_sleep(0.01)::text'),
        rows.one('SELECT 3 AS n'),
      ]),
    );
    expect(answers).toMatchObject([{ n: 1 }, [{ n: 2 }], { n: 3 }]);
  });

  it('tells the first fault of statements that were sent together, not what followed from it', async () => {
    const taken = await add('招商六部');
    const twice = database.transaction('system:spec', (tx) =>
      Promise.all([
        tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [taken, '招商七部']),
        tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [newId(), '招商八部']),
      ]),
    );
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await fresh.query("SELECT 1 FROM department WHERE name IN ('招商七部', '招商八部')")).toEqual([]);
    // The next user of the connection finds it clean.
    await expect(add('招商七部')).resolves.toEqual(expect.any(String));
  });

  it('refuses a change that nobody made', async () => {
    await expect(
      database.dataSource.query("INSERT INTO department (id, name) VALUES (gen_random_uuid(), '无主')"),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps no actor on the connection for the next who gets it', async () => {
    await add('招商二部');
    const left = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.read((rows) =>
          rows.one<{ actor: string | null }>("SELECT nullif(current_setting('app.actor', true), '') AS actor"),
        ),
      ),
    );
    expect(left.map((row) => row?.actor ?? null)).toEqual(Array.from({ length: 10 }, () => null));
  });

  it('lets exactly one of many editors of a version win, and tells the others what is there now', async () => {
    const id = await add('招商三部');
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        database.transaction('system:spec', (tx) => departmentTable.change(tx, id, 1, { name: `三部 ${n}` })),
      ),
    );
    const won = outcomes.filter((outcome) => outcome.outcome === 'changed');
    expect(won).toHaveLength(1);
    const [winner] = won;
    const current = outcomes.flatMap((outcome) => (outcome.outcome === 'stale' ? [outcome.current] : []));
    expect(current).toHaveLength(19);
    if (winner?.outcome === 'changed')
      for (const row of current) expect(row).toMatchObject({ name: winner.row.name, version: 2 });
  });

  it('refuses a write that sets the version back (what a stale save() does)', async () => {
    const id = await add('招商四部');
    await database.transaction('system:spec', (tx) => departmentTable.change(tx, id, 1, { name: '四部' }));
    const stale = database.transaction('system:spec', (tx) =>
      tx.run('UPDATE department SET name = $2, version = 1 WHERE id = $1', [id, '旧值']),
    );
    await expect(stale).rejects.toMatchObject({ code: '40001' });
  });

  describe('an Idempotency-Key', () => {
    const request = (key: string, hash: string, verb: () => Promise<unknown>) =>
      runInContext(
        { traceId: 't', idempotency: { actor: 'system:spec', key, route: 'POST /departments', requestHash: hash } },
        verb,
      );
    const create = (name: string) =>
      database.transaction('system:spec', async (tx) => {
        const id = newId();
        await tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [id, name]);
        return { id };
      });

    it('makes fifty identical requests at once one row with one answer', async () => {
      const answers = await Promise.all(
        Array.from({ length: 50 }, () =>
          request('key-1', 'h', () => create('并发部')).catch((error: unknown) => {
            if (error instanceof Replayed) return error.trace;
            throw error;
          }),
        ),
      );
      expect(new Set(answers.map((answer) => (answer as { id: string }).id)).size).toBe(1);
      expect(await fresh.query("SELECT 1 FROM department WHERE name = '并发部'")).toHaveLength(1);
    });

    it('is refused for another content', async () => {
      await request('key-2', 'h1', () => create('甲部'));
      await expect(request('key-2', 'h2', () => create('乙部'))).rejects.toBeInstanceOf(IdempotencyMismatch);
    });

    it('is kept with the id of the row or plain counts, never with the answer', async () => {
      const answering = (key: string, answer: unknown) =>
        request(key, 'h', () => database.transaction('system:spec', () => Promise.resolve(answer)));
      const id = newId();
      await answering('secret', { id, phone: '13800138000', key: 'crmk_secret' });
      await answering('counts', { entered: 3, done: true });
      await answering('texts', { name: '张三', n: 1 });
      await answering('list', [{ phone: '13800138000' }]);
      const kept = await fresh.query<{ key: string; response: unknown }>(
        `SELECT key, response FROM idempotency_key WHERE key IN ('secret', 'counts', 'texts', 'list') ORDER BY key`,
      );
      expect(kept).toEqual([
        { key: 'counts', response: { counts: { entered: 3, done: true } } },
        { key: 'list', response: {} },
        { key: 'secret', response: { id } },
        { key: 'texts', response: {} },
      ]);
    });

    it('belongs to its actor: others use the same key, and what the system does claims nothing', async () => {
      const other = { actor: 'user:7b6d2c4e-0000-7000-8000-000000000001', key: 'key-1', route: 'r', requestHash: 'h' };
      await runInContext({ traceId: 't', idempotency: { ...other } }, async () => {
        await create('系统部');
        await add('别人部');
      });
      expect(await fresh.query("SELECT actor FROM idempotency_key WHERE key = 'key-1' ORDER BY actor")).toEqual([
        { actor: 'system:spec' },
        { actor: other.actor },
      ]);
    });

    it('is claimed by the first transaction of a request, and the next ones go on', async () => {
      const both = await request('key-4', 'h', async () => [await create('丁部'), await create('戊部')]);
      expect(both).toEqual([{ id: expect.any(String) as string }, { id: expect.any(String) as string }]);
    });

    it('is free again when the verb failed', async () => {
      await expect(request('key-3', 'h', () => create('甲部'))).rejects.toMatchObject({ code: '23505' });
      await expect(request('key-3', 'h', () => create('丙部'))).resolves.toHaveProperty('id');
    });
  });

  it('finishes more transactions at once than the pool has connections', async () => {
    const names = await Promise.all(Array.from({ length: 40 }, (_, n) => add(`并行 ${n}`)));
    expect(new Set(names).size).toBe(40);
  });

  it('chains every audit row to the one before it', async () => {
    const broken = await fresh.query(
      `SELECT l.seq
       FROM audit_link l
       JOIN audit_entry e USING (seq)
       LEFT JOIN audit_link p ON p.chain = l.chain AND p.position = l.position - 1
       WHERE l.hash <> audit_digest_2(l.prev_hash, e)
           OR l.prev_hash <> coalesce(p.hash, sha256(convert_to('chain ' || l.chain, 'UTF8')))`,
    );
    const [{ entries, links } = { entries: 0, links: -1 }] = await fresh.query<{ entries: number; links: number }>(
      `SELECT (SELECT count(*)::int FROM audit_entry) AS entries, (SELECT count(*)::int FROM audit_link) AS links`,
    );
    expect(broken).toEqual([]);
    expect(links).toBe(entries);
    expect(entries).toBeGreaterThan(40);
  });
});
