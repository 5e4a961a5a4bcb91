import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { migrations } from '../migrations/index.js';
import { seed } from './index.js';

describe('the demo', () => {
  let fresh: FreshDatabase;
  let database: Database;
  const load = () => seed(database, { demo: '1', password: 'a-demo-password', today: '2026-11-20' });
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = new Database(await createDataSource({ url: fresh.url, pool: 3, migrations, applicationName: 'spec', log: createLogger('spec', 'silent') }).initialize());
    await load();
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
  });

  const count = async (from: string) => (await fresh.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n;

  it.each([
    ['106 firms', 'enterprise', 106],
    ['139 projects', 'investment_project', 139],
    ['56 secretaries', '(SELECT DISTINCT user_id FROM secretary_assignment) AS s', 56],
    ['one primary for each firm', "secretary_assignment WHERE role = 'primary' AND to_day IS NULL", 106],
    ['32 contracts of 2021 that count', "contract WHERE kind IN ('substantive', 'performance') AND signed_on BETWEEN '2021-01-01' AND '2021-12-31'", 32],
    ['nine of them below the standard', "contract WHERE below_standard AND signed_on BETWEEN '2021-01-01' AND '2021-12-31'", 9],
    ['nothing unmarked', 'enterprise WHERE NOT demo', 0],
  ])('has %s', async (_what, from, expected) => expect(await count(from)).toBe(expected));

  it('is loaded once', async () => {
    const before = await count('contract');
    await load();
    expect(await count('contract')).toBe(before);
  });
});
