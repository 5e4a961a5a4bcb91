import { Database, createDataSource, newId } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { migrations } from '../migrations/index.js';
import { clearDemo, seed } from './index.js';

describe('clearing the demo', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(
      await createDataSource({
        url: fresh.url,
        pool: 3,
        migrations,
        applicationName: 'spec',
        log: createLogger('spec', 'silent'),
      }).initialize(),
    );
    await seed(database, { demo: '1', password: 'a-demo-password', today: '2026-11-20' });
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });

  const count = async (table: string, where = 'true') =>
    (await fresh.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`))[0]?.n ?? -1;

  it('leaves one’s own records, what they stand on, and the accounts', async () => {
    await database.transaction('system:spec', async (tx) => {
      const [demoFirm, ownFirm] = [newId(), newId()];
      await tx.run(
        `INSERT INTO enterprise (id, name, match_name, demo)
         VALUES ($1, '演示企业甲', '演示企业甲', true), ($2, '自有企业', '自有企业', false), ($3, '演示企业乙', '演示企业乙', true)`,
        [demoFirm, ownFirm, newId()],
      );
      await tx.run(`INSERT INTO contact (id, enterprise_id, name) VALUES ($1, $2, '自己登记的联系人')`, [
        newId(),
        demoFirm,
      ]);
    });
    const { kept } = await clearDemo(database);
    expect(kept).toBe(1);
    expect(await count('enterprise', "name IN ('演示企业甲', '自有企业')")).toBe(2);
    expect(await count('enterprise', "name = '演示企业乙'")).toBe(0);
    expect(await count('app_user')).toBe(8);
    expect(await count('park')).toBe(7);
  });

  it('leaves no marked row in any table', async () => {
    const tables = await fresh.query<{ name: string }>(
      `SELECT table_name AS name
       FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'demo'`,
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) expect([name, await count(name, 'demo')]).toEqual([name, 0]);
  });
});
