import { createDataSource, grantRuntime, rightsTooMany } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { keptTables } from './index.js';

const log = createLogger('spec', 'silent');
const sourceOf = (url: string) => createDataSource({ url, pool: 1, migrations: [], applicationName: 'spec', log });

describe('the runtime role', () => {
  let fresh: FreshDatabase;
  let runtime: pg.Client;
  beforeAll(async () => {
    fresh = await freshDatabase();
    runtime = new pg.Client({ connectionString: fresh.url });
    await runtime.connect();
  });
  afterAll(async () => {
    await runtime?.end();
    await fresh?.drop();
  });
  const refusal = (sql: string) =>
    runtime.query(sql).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  it('is not superuser, owns nothing, and can take no other role', async () => {
    const { rows } = await runtime.query(
      `SELECT r.rolsuper OR r.rolcreaterole OR r.rolbypassrls OR r.rolreplication AS mighty,
         (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned,
         (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS roles
       FROM pg_roles r
       WHERE r.rolname = current_user`,
    );
    expect(rows).toEqual([{ mighty: false, owned: 0, roles: 0 }]);
  });

  const kept = Object.keys(keptTables);
  it.each(kept)('cannot change, remove, empty, re-trigger or take over %s', async (table) => {
    const { rows } = await runtime.query<{ column: string }>(
      `SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 2`,
      [table],
    );
    const column = rows[0]?.column;
    for (const sql of [
      `UPDATE ${table} SET "${column}" = "${column}"`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `CREATE TRIGGER quiet BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION audit_unchangeable()`,
      `ALTER TABLE ${table} OWNER TO crm_runtime`,
      `DROP TABLE ${table} CASCADE`,
    ])
      expect([sql, await refusal(sql)]).toEqual([sql, '42501']);
  });

  it.each([
    `SET session_replication_role = replica`,
    `CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
    `INSERT INTO audit_entry (actor, request, action, subject, subject_id, at) VALUES ('system:x', '', 'insert', 'lead', '1', '2020-01-01')`,
    `INSERT INTO audit_entry (actor, request, action, subject, subject_id, tx) VALUES ('system:x', '', 'insert', 'lead', '1', '5')`,
    `INSERT INTO audit_link (seq, chain, position, prev_hash, hash) VALUES (1, 1, 1, '', '')`,
    `CREATE TABLE public.mine (id int)`,
  ])('is refused: %s', async (sql) => {
    expect(await refusal(sql)).toBe('42501');
  });

  it('adds entries, which the seal links although the role may write no link', async () => {
    await runtime.query(
      `INSERT INTO audit_entry (actor, request, action, subject, subject_id) VALUES ('system:x', '', 'insert', 'lead', '1')`,
    );
    expect(
      await fresh.query(
        `SELECT count(l.seq)::int AS links
         FROM audit_entry e
         LEFT JOIN audit_link l ON l.seq = e.seq
         WHERE e.actor = 'system:x'`,
      ),
    ).toEqual([{ links: 1 }]);
  });

  it('reads and writes every other table', async () => {
    const { rows } = await runtime.query<{ name: string }>(
      `SELECT relname AS name
       FROM pg_class c
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relname = ANY($1)
         AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
         AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))`,
      [kept],
    );
    expect(rows).toEqual([]);
  });

  it('has exactly its rights again after each migration, whatever was given meanwhile', async () => {
    const owner = await sourceOf(fresh.ownerUrl).initialize();
    const asRuntime = await sourceOf(fresh.url).initialize();
    try {
      expect(await rightsTooMany(asRuntime, keptTables)).toEqual([]);
      await owner.query('GRANT ALL ON audit_entry, audit_link TO crm_runtime; CREATE TABLE later_table (id int)');
      expect(await refusal('SELECT * FROM later_table')).toBe('42501');
      expect(await rightsTooMany(asRuntime, keptTables)).toEqual([
        'audit_entry: DELETE, TRIGGER, TRUNCATE, UPDATE',
        'audit_link: DELETE, TRIGGER, TRUNCATE, UPDATE',
      ]);
      await grantRuntime(owner, 'crm_runtime', keptTables);
      expect(await rightsTooMany(asRuntime, keptTables)).toEqual([]);
      expect(await refusal('INSERT INTO later_table VALUES (1)')).toBe('done');
      // The owner itself is no runtime role.
      expect(await rightsTooMany(owner, keptTables)).toHaveLength(Object.keys(keptTables).length);
    } finally {
      await asRuntime.destroy();
      await owner.destroy();
    }
  });
});
