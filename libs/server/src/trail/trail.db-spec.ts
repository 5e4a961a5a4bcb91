import { Database, createDataSource, type Tx } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { Trail } from './trail.service.js';
import type { Told } from './waiting.js';

const record = '01938000-0000-7000-8000-000000000001';
const told = (more: Partial<Told> = {}): Told => ({
  actor: 'user:01938000-0000-7000-8000-0000000000aa',
  request: 'trace-1',
  action: 'read',
  subject: 'contract',
  subjectId: record,
  facts: { address: '198.51.100.1' },
  counted: ['routes', 'contracts.one'],
  ...more,
});

describe('the trail', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let trail: Trail;
  beforeAll(async () => {
    fresh = await freshDatabase();
    const log = createLogger('spec', 'silent');
    const settings = { url: fresh.url, pool: 3, migrations: [], applicationName: 'spec', log };
    database = new Database(await createDataSource(settings).initialize());
    trail = new Trail(database, log);
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });

  const entries = (action: string) =>
    fresh.query<{ subject_id: string; actor: string; request: string; after: Record<string, unknown> }>(
      'SELECT subject_id, actor, request, after FROM audit_entry WHERE action = $1 ORDER BY seq',
      [action],
    );
  const breaking = async (broken: boolean) =>
    void (await fresh.query(
      broken
        ? `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'away' USING ERRCODE = '57P01'; END $$;
           CREATE TRIGGER broken BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION broken()`
        : 'DROP TRIGGER broken ON audit_entry; DROP FUNCTION broken',
    ));

  it('writes what waits, each in the chain, and loses nothing while the database does not take it', async () => {
    await breaking(true);
    for (let n = 0; n < 3; n++) trail.note(told());
    expect(await trail.writeAll()).toBe(false);
    trail.note(told());
    await breaking(false);
    expect(await trail.writeAll()).toBe(true);
    expect(await entries('read')).toMatchObject([
      { subject_id: record, request: 'trace-1', after: { routes: { 'contracts.one': 4 }, address: '198.51.100.1' } },
    ]);
    expect(
      await fresh.query(
        'SELECT 1 FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = e.seq)',
      ),
    ).toEqual([]);
  });

  it('is written together with the act, or not at all', async () => {
    const act = (fails: boolean) =>
      database.transaction('system:spec', async (tx: Tx) => {
        await trail.writeBounded(tx, told({ action: 'unlock' }));
        if (fails) throw new Error('the act failed');
      });
    await expect(act(true)).rejects.toThrow('the act failed');
    expect(await entries('unlock')).toEqual([]);
    await act(false);
    expect(await entries('unlock')).toHaveLength(1);
  });

  it('names the owner of an ended session, and says whether an absent record exists', async () => {
    await database.transaction('system:spec', async (tx) => {
      await tx.run(`INSERT INTO app_user (id, username, name, role) VALUES ($1, 'u', 'u', 'officer')`, [record]);
      await tx.run(
        `INSERT INTO session (id, user_id, token_hash, expires_at) VALUES ($1, $1, '', now() + interval '1 hour')`,
        [record],
      );
    });
    const refused = told({ action: 'refused', actor: `session:${record}`, counted: ['codes', 'record.absent'] });
    trail.noteBounded({ ...refused, subject: 'app_user' });
    trail.noteBounded({ ...refused, subject: 'contract' });
    trail.noteBounded({ ...refused, subject: 'check_up' });
    await trail.writeAll();
    expect((await entries('refused')).map(({ actor, after }) => [actor, after.foreign])).toEqual([
      [`user:${record}`, true],
      [`user:${record}`, false],
      [`user:${record}`, false],
    ]);
  });

  it('shows nothing more that must be told while twenty thousand wait, and keeps them for later', async () => {
    await breaking(true);
    trail.assertTells();
    for (let n = 0; n < 20_000; n++) trail.note(told({ subjectId: String(n) }));
    expect(() => trail.assertTells()).toThrow(expect.objectContaining({ code: 'trail.behind' }) as Error);
    expect(await trail.writeAll()).toBe(false);
    expect(() => trail.assertTells()).toThrow(expect.objectContaining({ code: 'trail.behind' }) as Error);
    await breaking(false);
    await trail.onApplicationShutdown();
    trail.assertTells();
    expect(
      await fresh.query(`SELECT count(DISTINCT subject_id)::int AS n FROM audit_entry WHERE action = 'read'`),
    ).toEqual([{ n: 20_001 }]);
  });
});
