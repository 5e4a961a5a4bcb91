import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { freshDatabase, type FreshDatabase } from '../../../../test/servers/database.js';
import { enterSignedContracts } from '../commitments/index.js';
import { migrations } from '../migrations/index.js';
import type { Actor } from '../data-access/index.js';
import { seed } from './index.js';

describe('the demo', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let dataDir: string;
  const load = () => seed(database, { demo: '1', password: 'a-demo-password', today: '2026-11-20', dataDir });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'demo-files-'));
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
    await load();
  });
  afterAll(async () => {
    await database?.dataSource.destroy();
    await fresh?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const count = async (from: string) =>
    (await fresh.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n;

  it.each([
    ['106 firms', 'enterprise', 106],
    ['139 projects', 'investment_project', 139],
    ['56 secretaries', '(SELECT DISTINCT user_id FROM secretary_assignment) AS s', 56],
    ['one primary for each firm', "secretary_assignment WHERE role = 'primary' AND to_day IS NULL", 106],
    [
      '32 contracts of 2021 that count',
      `contract
       WHERE kind IN ('substantive', 'performance') AND signed_on BETWEEN '2021-01-01' AND '2021-12-31'`,
      32,
    ],
    [
      'nine of them below the standard',
      "contract WHERE below_standard AND signed_on BETWEEN '2021-01-01' AND '2021-12-31'",
      9,
    ],
    ['four clauses on each contract of 2021', 'consequence_clause WHERE demo', 128],
    ['a decision in each state', '(SELECT DISTINCT kind, state FROM consequence_decision) AS d', 4],
    ['no verdict waived', "assessment WHERE verdict = 'waived'", 0],
    [
      'contracts that wait, one of them below the standard',
      "approval WHERE kind = 'contract-signing' AND state = 'pending'",
      2,
    ],
    ['one that came back', "approval WHERE kind = 'contract-signing' AND state = 'returned' AND reason IS NOT NULL", 1],
    ['an increase in force and one that waits', "contract_amendment WHERE state IN ('in-force', 'pending')", 2],
    ['support clauses, one that ends within 30 days', "support_clause WHERE ends_on <= '2026-12-20'", 1],
    ['papers on five contracts', '(SELECT DISTINCT contract_id FROM file WHERE demo) AS f', 5],
    [
      'no amendment of what was signed in 2021',
      "contract_amendment m JOIN contract c ON c.id = m.contract_id WHERE c.signed_on < '2022-01-01'",
      0,
    ],
    ['nothing unmarked', 'enterprise WHERE NOT demo', 0],
    ['no contract unmarked', 'contract WHERE NOT demo', 0],
    ['no approval unmarked', 'approval WHERE NOT demo', 0],
  ])('has %s', async (_what, from, expected) => expect(await count(from)).toBe(expected));

  it('numbers go on beyond 9,999', async () => {
    await fresh.query("SELECT setval('contract_number', 9999)");
    const [{ id } = { id: '' }] = await fresh.query<{ id: string }>(
      "SELECT id FROM app_user WHERE username = 'manager'",
    );
    const [{ park, industry } = { park: '', industry: '' }] = await fresh.query<{ park: string; industry: string }>(
      'SELECT (SELECT id FROM park LIMIT 1) AS park, (SELECT id FROM industry LIMIT 1) AS industry',
    );
    const entry = (creditCode: string) => ({
      creditCode,
      enterpriseName: creditCode,
      projectName: '编号',
      kind: 'performance' as const,
      parkId: park,
      industryId: industry,
      signedOn: '2020-01-15',
      amountWan: null,
      amountEntered: null,
      landFree: true,
      parcels: [],
      channel: null,
      handlerName: null,
      firstContactOn: null,
      fullProductionYear: null,
      energyTce: null,
      rdPercent: null,
      milestones: [],
      promises: [],
      demo: true,
    });
    await database.transaction('system:spec', (tx) =>
      enterSignedContracts(
        tx,
        { userId: id } as Actor,
        null,
        [entry('91460100MA00000001'), entry('91460100MA00000002')],
        '2026-11-20',
      ),
    );
    expect(await count("contract WHERE number IN ('HT-2020-10000', 'HT-2020-10001')")).toBe(2);
  });

  it('is loaded once', async () => {
    const before = await count('contract');
    await load();
    expect(await count('contract')).toBe(before);
  });
});
