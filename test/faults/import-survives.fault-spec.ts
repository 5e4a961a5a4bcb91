import pg from 'pg';
import { imports } from '@crm/api-contract/imports';
import { creditCodeCheckSymbol, organisationCheckSymbol } from '@crm/domain/enterprises';
import { Client } from '../servers/client.js';
import { settled, uploaded } from '../servers/importing.js';
import { eventually, FULL_DOSE, WAIT_MS } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { endLeases } from '../servers/redis.js';

// A worker is killed while it writes an import: nothing of it remains. A restarted worker writes all of it, once.

const ROWS = FULL_DOSE ? 600 : 200;
const header =
  '项目名称,投资企业,统一社会信用代码,产业,落户园区,签约时间,用地面积（亩）,固定资产投资（万元/亩）,产值（万元/亩）,税收（万元/亩）,达产年';

function creditCode(series: string, n: number): string {
  for (let salt = 0; ; salt += 1) {
    const eight = `${series}${String(n * 7 + salt).padStart(7, '0')}`;
    const seventeen = `91460100${eight}${organisationCheckSymbol(eight)}`;
    const check = creditCodeCheckSymbol(seventeen);
    if (check !== null) return seventeen + check;
  }
}

const ledger = (series: string): Buffer =>
  Buffer.from(
    [
      header,
      ...Array.from(
        { length: ROWS },
        (_, n) =>
          `耐久项目${series}${n},海南耐久${series}${n}有限公司,${creditCode(series, n)},先进制造,美安,2021-03-11,20,600,900,80,2023`,
      ),
    ].join('\n'),
  );

describe('a worker killed in the middle of an import', () => {
  let product: Product;
  let manager: Client;
  beforeAll(async () => {
    product = await startProduct();
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());

  /**
   * Returns while a transaction of the product is at a statement with one of these beginnings, or has passed it and is
   * still open.
   */
  const writing = async (...statements: string[]): Promise<void> => {
    for (const end = Date.now() + WAIT_MS; Date.now() < end;) {
      const [at] = await product.database.query(
        `SELECT 1
         FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND query LIKE ANY ($1)`,
        [statements.map((statement) => `${statement}%`)],
      );
      if (at) return;
    }
    throw new Error(`nobody came to ${statements.join(' or ')} in time`);
  };
  const left = async (id: string) =>
    (
      await product.database.query<Record<string, number>>(
        `SELECT
           (SELECT count(*)::int FROM contract WHERE import_id = $1) AS contracts,
           (SELECT count(*)::int FROM enterprise WHERE import_id = $1) AS firms,
           (SELECT count(*)::int FROM commitment WHERE import_id = $1) AS commitments`,
        [id],
      )
    )[0];
  const over = async (): Promise<void> => {
    for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const [open] = await product.database.query(
        `SELECT 1
         FROM pg_stat_activity
         WHERE datname = current_database()
             AND pid <> pg_backend_pid()
             AND state <> 'idle'
             AND (query LIKE 'INSERT INTO%' OR query LIKE 'DELETE FROM%' OR query = 'COMMIT')`,
      );
      if (!open) return;
    }
  };

  const killed = async (): Promise<void> => {
    await product.killWorker('SIGKILL');
    await endLeases(product.redisUrl as string);
  };

  it('while its reminders are planned, between two parts of them: the rest comes, nothing twice', async () => {
    const { id } = await uploaded(manager, 'contract-ledger', 'R.csv', ledger('R'));
    const planned = async () =>
      (
        await product.database.query<{ lines: number; keys: number; contracts: number }>(
          `SELECT
             count(*)::int AS lines, count(DISTINCT o.dedupe_key)::int AS keys, count(DISTINCT c.id)::int AS contracts
           FROM contract c
           JOIN reminder_occurrence o ON o.link LIKE '/contracts/' || c.id || '/%'
           WHERE c.import_id = $1`,
          [id],
        )
      )[0]!;
    // An insert waits at the gate once an earlier transaction has written reminders of this import. So the worker is
    // killed in the middle, while it waits.
    const gate = new pg.Client({ connectionString: product.database.superuserUrl });
    await gate.connect();
    await gate.query(`SELECT pg_advisory_lock(20260)`);
    await gate.query(`
      CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM reminder_occurrence o JOIN contract c ON c.id::text = split_part(o.link, '/', 3) WHERE c.import_id = '${id}' AND o.xmin <> pg_current_xact_id()::xid) THEN PERFORM pg_advisory_xact_lock_shared(20260); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER gate BEFORE INSERT ON reminder_occurrence FOR EACH STATEMENT EXECUTE FUNCTION wait_at_gate()`);
    await manager.call(imports.commit, undefined, { params: { id } });
    expect(await settled(manager, id)).toMatchObject({ status: 'committed' });
    const waits = async () =>
      (
        await product.database.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 20260 AND NOT granted`,
        )
      ).length > 0;
    await eventually(waits, 'the planning at the gate');
    await killed();
    await gate.query('SELECT pg_advisory_unlock(20260)');
    await over();
    await gate.query('DROP TRIGGER gate ON reminder_occurrence; DROP FUNCTION wait_at_gate()');
    await gate.end();
    const before = await planned();
    expect(before.lines).toBeGreaterThan(0);
    expect(before.contracts).toBeLessThan(ROWS);
    await product.startWorker();
    await eventually(async () => (await planned()).contracts === ROWS, 'the reminders of every contract');
    const after = await planned();
    expect(after).toMatchObject({ contracts: ROWS, keys: after.lines });
    expect(after.lines % ROWS).toBe(0);
  });

  it.each([
    ['firms', 'enterprise', 'A'],
    ['promises', 'commitment_term', 'B'],
    ['judgements', 'assessment', 'C'],
  ])('while it writes %s: nothing is left, and all of it comes', async (_, table, series) => {
    const { id, counts } = await uploaded(manager, 'contract-ledger', `${series}.csv`, ledger(series));
    expect(counts).toMatchObject({ valid: ROWS });
    await manager.call(imports.commit, undefined, { params: { id } });
    await writing(`INSERT INTO ${table} (`);
    await killed();
    await over();
    expect(await left(id)).toEqual({ contracts: 0, firms: 0, commitments: 0 });
    expect((await manager.call(imports.one, undefined, { params: { id } })).status).toBe('committing');
    await product.startWorker();
    expect(await settled(manager, id)).toMatchObject({
      status: 'committed',
      result: { contracts: ROWS, enterprises: ROWS, commitments: 3 * ROWS },
    });
    expect(await left(id)).toEqual({ contracts: ROWS, firms: ROWS, commitments: 3 * ROWS });
  });

  it('while it is taken back: all of it is still there, and then nothing', async () => {
    const { id } = await uploaded(manager, 'contract-ledger', 'D.csv', ledger('D'));
    await manager.call(imports.commit, undefined, { params: { id } });
    expect(await settled(manager, id)).toMatchObject({ status: 'committed' });
    await manager.call(imports.revert, undefined, { params: { id } });
    await writing(
      ...['commitment', 'contract', 'investment_project', 'enterprise'].map((table) => `DELETE FROM ${table} WHERE`),
    );
    await killed();
    await over();
    expect(await left(id)).toEqual({ contracts: ROWS, firms: ROWS, commitments: 3 * ROWS });
    expect((await manager.call(imports.one, undefined, { params: { id } })).status).toBe('reverting');
    await product.startWorker();
    expect(await settled(manager, id)).toMatchObject({ status: 'reverted', failure: null });
    expect(await left(id)).toEqual({ contracts: 0, firms: 0, commitments: 0 });
  });
});
