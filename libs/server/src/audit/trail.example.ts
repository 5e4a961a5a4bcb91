import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { FixedClock } from '@crm/platform/clock';
import { readConfig, type Config } from '@crm/platform/config';
import { Database, createDataSource, newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { AuditKeys } from './audit-keys.js';
import { HeadSigner } from './head-signer.js';
import { PersonalValues } from './personal.js';
import { AuditVerifier } from './verifier.js';

const log = createLogger('spec', 'silent');
/** The product's key in these specs; whoever owns the tables does not have it. */
export const KEY = 'd6f1c3a07b9e5d2846af03cc91e7b85d20f4a96be318c57d0a92fe64b1378c5d';

/** A trail with signed heads and an anchor file, the role that owns its tables, and its state to return to. */
export interface Trail {
  readonly fresh: FreshDatabase;
  readonly database: Database;
  readonly config: Config;
  readonly signer: HeadSigner;
  readonly verifier: AuditVerifier;
  readonly personal: PersonalValues;
  readonly anchorFile: string;
  /** As the owner of the tables, with nobody as the actor. */
  owner<Row extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Changes of this many transactions by several writers at once. */
  write(transactions: number): Promise<void>;
  /** What verifying finds: one word each, sorted. */
  kinds(): Promise<string[]>;
  /** Keeps tables and file as they are now, to be restored as often as wished. */
  keep(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

const TABLES = ['audit_entry', 'audit_link', 'audit_chain', 'audit_head'] as const;

export async function aTrail(writers = 6): Promise<Trail> {
  const fresh = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'crm-trail-'));
  const source = createDataSource({ url: fresh.url, pool: writers, migrations: [], applicationName: 'spec', log });
  const keys = new AuditKeys(KEY);
  const database = new Database(await source.initialize(), { seal: () => keys.transactionSeal() });
  const config = readConfig({ DATABASE_URL: fresh.url, DATA_DIR: dataDir, AUDIT_KEY: KEY });
  const signer = new HeadSigner(database, config, log);
  const personal = new PersonalValues(database, config);
  const verifier = new AuditVerifier(database, config, personal, new FixedClock('2026-11-20T10:00:00+08:00'), log);
  const client = new pg.Client({ connectionString: fresh.ownerUrl });
  await client.connect();
  const owner: Trail['owner'] = async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
    const result: unknown = await client.query(sql, values.length > 0 ? [...values] : undefined);
    return ((result as { rows?: Row[] }).rows ?? []) as Row[];
  };
  const anchorFile = join(dataDir, 'anchors', 'signed-heads.ndjson');
  let file = '';
  const guarded = async (work: string) => {
    const all = TABLES.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`).join('; ');
    await owner(`BEGIN; ${all}; ${work}; ${all.replaceAll('DISABLE', 'ENABLE')}; COMMIT`);
  };
  return {
    fresh,
    database,
    config,
    signer,
    verifier,
    personal,
    anchorFile,
    owner,
    write: async (transactions) => {
      let left = transactions;
      const one = async () => {
        while (left-- > 0)
          await database.transaction('system:spec', async (tx) => {
            const id = newId();
            await tx.run('INSERT INTO department (id, name) VALUES ($1, $2)', [id, `部门 ${id}`]);
            await tx.run('UPDATE department SET name = name || $2, version = version + 1 WHERE id = $1', [id, '甲']);
          });
      };
      await Promise.all(Array.from({ length: writers }, one));
    },
    kinds: async () => (await verifier.verify()).breaks.map(({ kind }) => kind as string).sort(),
    keep: async () => {
      await owner(TABLES.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`).join('; '));
      file = readFileSync(anchorFile, 'utf8');
    },
    restore: async () => {
      writeFileSync(anchorFile, file);
      await owner('ALTER TABLE department ENABLE TRIGGER USER');
      await guarded(
        `TRUNCATE ${TABLES.join(', ')}; ${TABLES.map((table) => `INSERT INTO ${table} ${table === 'audit_entry' ? 'OVERRIDING SYSTEM VALUE' : ''} TABLE kept_${table}`).join('; ')}`,
      );
    },
    close: async () => {
      await client.end();
      await database.dataSource.destroy();
      await fresh.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Numbers that look random and are the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
