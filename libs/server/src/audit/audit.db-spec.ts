import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { FixedClock } from '@crm/platform/clock';
import { readConfig } from '@crm/platform/config';
import { Database, createDataSource, newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import type { Actor } from '../data-access/index.js';
import { AuditService } from './index.js';

const log = createLogger('spec', 'silent');
const auditor: Actor = {
  userId: newId(),
  username: 'auditor',
  name: '黎昕',
  role: 'auditor',
  departmentId: null,
  departmentName: null,
  dataScope: 'all',
  locale: 'zh',
  sessionId: '',
};
const query = { page: 1, perPage: 200, sort: 'at', order: 'desc', exact: true } as const;

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

describe('the audit chain', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let audit: AuditService;
  let superuser: pg.Client;
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-anchors-'));

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(
      await createDataSource({ url: fresh.url, pool: 12, migrations: [], applicationName: 'spec', log }).initialize(),
    );
    audit = new AuditService(
      database,
      readConfig({ DATABASE_URL: fresh.url, DATA_DIR: dataDir }),
      new FixedClock('2026-11-20T10:00:00+08:00'),
      log,
    );
    superuser = new pg.Client({ connectionString: fresh.superuserUrl });
    await superuser.connect();
    await superuser.query(`SET session_replication_role = replica`);
    // Twelve writers at once, so that several chains have links.
    await Promise.all(
      Array.from({ length: 12 }, async (_, writer) => {
        for (let n = 0; n < 15; n++)
          await database.transaction('system:spec', (tx) =>
            tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [newId(), `部门 ${writer}-${n}`]),
          );
      }),
    );
  });
  afterAll(async () => {
    await superuser?.end();
    await database?.dataSource.destroy();
    await fresh?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('holds over all entries, also while others write', async () => {
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        database.transaction('system:spec', (tx) =>
          tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [newId(), `同时 ${n}`]),
        ),
      ),
    );
    expect(await audit.verify()).toMatchObject({ intact: true, chains: 17, breaks: [] });
    await writing;
    expect(await audit.anchor()).toBe(true);
    expect(await audit.anchor()).toBe(false);
    const entries = Number((await superuser.query('SELECT count(*) AS n FROM audit_entry')).rows[0].n);
    // Those written here, and what the migrations changed.
    expect(entries).toBeGreaterThanOrEqual(200);
    expect(await audit.verify()).toMatchObject({ intact: true, anchors: 1, entries });
  });

  type Tamper = (pick: (below: number) => number) => Promise<void>;
  const links = async () =>
    (
      await superuser.query<{ seq: string; chain: number; position: string }>(
        'SELECT seq, chain, position FROM audit_link ORDER BY seq',
      )
    ).rows;
  const one = <T>(all: readonly T[], pick: (below: number) => number): T => all[pick(all.length)] as T;

  const kinds: Record<string, Tamper> = {
    flip: async (pick) => {
      const columns = [
        `actor = 'user:somebody'`,
        `at = at + interval '1 second'`,
        `after = jsonb_set(coalesce(after, '{}'), '{name}', '"别的"')`,
        `subject_id = 'another'`,
        `action = 'delete'`,
        `before = '{"name": "以前"}'`,
      ];
      await superuser.query(`UPDATE audit_entry SET ${one(columns, pick)} WHERE seq = $1`, [
        one(await links(), pick).seq,
      ]);
    },
    delete: async (pick) => {
      const { seq } = one(await links(), pick);
      // The entry alone, or together with its link.
      if (pick(2) === 0) await superuser.query('DELETE FROM audit_link WHERE seq = $1', [seq]);
      await superuser.query('DELETE FROM audit_entry WHERE seq = $1', [seq]);
    },
    insert: async (pick) => {
      const { seq, chain, position } = one(await links(), pick);
      const { rows } = await superuser.query<{ seq: string }>(
        `INSERT INTO audit_entry (actor, request, action, subject, subject_id)
         VALUES ('user:forger', '', 'insert', 'department', 'forged')
         RETURNING seq`,
      );
      if (pick(2) === 0) return;
      // Inserts a link that is correct in itself after the chosen one.
      await superuser.query('UPDATE audit_link SET position = -position WHERE chain = $1 AND position > $2', [
        chain,
        position,
      ]);
      await superuser.query('UPDATE audit_link SET position = 1 - position WHERE chain = $1 AND position < 0', [chain]);
      await superuser.query(
        `INSERT INTO audit_link (seq, chain, position, prev_hash, hash)
         SELECT $1::bigint, l.chain, l.position + 1, l.hash, audit_digest(l.hash, e)
         FROM audit_link l, audit_entry e
         WHERE l.seq = $2 AND e.seq = $1::bigint`,
        [rows[0]?.seq, seq],
      );
    },
    reorder: async (pick) => {
      const all = await links();
      const { chain } = one(
        all.filter((link) => all.filter((other) => other.chain === link.chain).length > 1),
        pick,
      );
      const own = all.filter((link) => link.chain === chain);
      const first = pick(own.length - 1);
      const [a, b] = [own[first], own[first + 1]];
      await superuser.query('UPDATE audit_link SET position = -1 WHERE seq = $1', [a?.seq]);
      await superuser.query('UPDATE audit_link SET position = $2 WHERE seq = $1', [b?.seq, a?.position]);
      await superuser.query('UPDATE audit_link SET position = $2 WHERE seq = $1', [a?.seq, b?.position]);
    },
    truncate: async (pick) => {
      const all = await links();
      const { chain, position } = one(all, pick);
      const gone = all
        .filter((link) => link.chain === chain && Number(link.position) >= Number(position))
        .map((link) => link.seq);
      await superuser.query('DELETE FROM audit_link WHERE seq = ANY($1)', [gone]);
      await superuser.query('DELETE FROM audit_entry WHERE seq = ANY($1)', [gone]);
      // The head is changed to match, so only the anchor outside reveals it.
      await superuser.query(
        `UPDATE audit_chain c
         SET
           length = coalesce((SELECT max(position) FROM audit_link WHERE chain = c.chain), 0),
           hash = coalesce(
             (SELECT hash FROM audit_link WHERE chain = c.chain ORDER BY position DESC LIMIT 1),
             sha256(convert_to('chain ' || c.chain, 'UTF8'))
           )
         WHERE c.chain = $1`,
        [chain],
      );
    },
  };

  it.each(Object.entries(kinds))(
    'shows every one of ten who %s as a superuser with triggers off',
    async (kind, tamper) => {
      const pick = seeded(2_021 + kind.length);
      for (let n = 0; n < 10; n++) {
        await superuser.query(
          `CREATE TABLE kept_entry AS SELECT * FROM audit_entry; CREATE TABLE kept_link AS SELECT * FROM audit_link; CREATE TABLE kept_chain AS SELECT * FROM audit_chain`,
        );
        await tamper(pick);
        const verdict = await audit.verify();
        expect({ n, intact: verdict.intact, breaks: verdict.breaks.length > 0 }).toEqual({
          n,
          intact: false,
          breaks: true,
        });
        await superuser.query(`TRUNCATE audit_link, audit_entry, audit_chain; INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept_entry; INSERT INTO audit_link SELECT * FROM kept_link; INSERT INTO audit_chain SELECT * FROM kept_chain;
        DROP TABLE kept_entry, kept_link, kept_chain`);
        expect((await audit.verify()).intact).toBe(true);
      }
    },
  );

  it('is read by filters, newest first, with the name of who acted and telephone numbers covered', async () => {
    const [userId, contactId] = [newId(), newId()];
    await database.transaction('system:spec', (tx) =>
      tx.run(`INSERT INTO app_user (id, username, name, role) VALUES ($1, 'fu', '符晓', 'officer')`, [userId]),
    );
    await database.transaction(`user:${userId}`, async (tx) => {
      const firm = newId();
      await tx.run(`INSERT INTO enterprise (id, name, match_name) VALUES ($1, '甲', '甲')`, [firm]);
      await tx.run(`INSERT INTO contact (id, enterprise_id, name, phone) VALUES ($1, $2, '李', '13976001234')`, [
        contactId,
        firm,
      ]);
    });
    const mine = await audit.list(auditor, { ...query, filter: { userId } });
    expect(mine.data.map((entry) => [entry.subject, entry.action, entry.actorName])).toEqual([
      ['contact', 'insert', '符晓'],
      ['enterprise', 'insert', '符晓'],
    ]);
    expect(mine.data[0]?.after).toMatchObject({ name: '李', phone: '139****34' });
    const asked = { ...query, filter: { subject: 'contact', subjectId: contactId } };
    const [entry] = (await audit.list({ ...auditor, role: 'admin' }, asked)).data;
    expect(entry?.after).toMatchObject({ phone: '139****34' });
    // An entry is shown whole only with a reason, which is stored; a reason of one letter is refused.
    const reader = { ...auditor, userId };
    await expect(audit.unmask(reader, entry!.id, 'aaaaaa')).rejects.toMatchObject({ code: 'reason.says-nothing' });
    expect((await audit.unmask(reader, entry!.id, '核对投诉来电')).after).toMatchObject({ phone: '13976001234' });
    expect(await fresh.query('SELECT entry::text, reason FROM audit_unmasking')).toEqual([
      { entry: entry!.id, reason: '核对投诉来电' },
    ]);
    expect((await audit.list(auditor, { ...query, filter: { at_gte: '2100-01-01T00:00:00Z' } })).total).toBe(0);
  });
});
