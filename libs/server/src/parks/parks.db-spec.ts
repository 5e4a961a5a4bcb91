import type { Actor } from '../data-access/index.js';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { USES } from './entries.store.js';
import { IndustriesService, IndustryChainsService, ParksService, placeFaults } from './index.js';

describe('parks, industries and chains', () => {
  let opened: OpenedDatabase;
  let admin: Actor;
  let parks: ParksService;
  let industries: IndustriesService;
  let chains: IndustryChainsService;
  let n = 0;
  beforeAll(async () => {
    opened = await openedDatabase();
    admin = await anActor(opened, 'admin');
    parks = new ParksService(opened.database);
    industries = new IndustriesService(opened.database);
    chains = new IndustryChainsService(opened.database);
  });
  afterAll(() => opened?.close());

  const aPark = (more: object = {}) =>
    parks.create(admin, { code: `P${++n}`, name: `示例园${n}`, shortName: `园${n}`, ...more });
  const aChain = (parentId: string | null = null) =>
    chains.create(admin, { code: `C${++n}`, name: `示例链${n}`, parentId });
  const anIndustry = (more: object = {}) => industries.create(admin, { code: `I${++n}`, name: `示例业${n}`, ...more });
  const refusal = async (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (thrown: { code: string }) => thrown.code,
    );

  it.each(['park', 'industry', 'industry_chain'] as const)(
    'every column that refers to a %s is counted',
    async (name) => {
      const keys = await opened.fresh.query<{ table: string; column: string }>(
        `SELECT k.conrelid::regclass::text AS table, a.attname AS column
       FROM pg_constraint k
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
       WHERE k.contype = 'f' AND k.confrelid = $1::regclass`,
        [name],
      );
      expect(keys.length).toBeGreaterThan(0);
      const counted = USES[name]!.map(([table, names]) => `${table}: ${names}`);
      expect(keys.filter(({ table, column }) => !counted.includes(`${table}: ${column} = $1::uuid`))).toEqual([]);
    },
  );

  it('a park is used where records name it, and by a standard for it', async () => {
    const { id } = await aPark();
    await opened.database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO provincial_standard (id, indicator, place_level, place_key, valid_from, document_no)
       VALUES (gen_random_uuid(), 'tax', 'park', $1, '2026-01-01', '示例')`,
        [id],
      ),
    );
    expect((await parks.uses(admin, id)).data.filter(({ count }) => count > 0)).toEqual([
      { table: 'provincial_standard', count: 1 },
    ]);
  });

  it('code and name are those of one entry', async () => {
    const { code, name } = await aPark();
    await expect(aPark({ code, name: '另一个' })).rejects.toMatchObject({
      errors: [{ pointer: '/code', code: 'reference.code-taken', params: { code, name } }],
    });
    expect(await refusal(aPark({ name }))).toBe('reference.name-taken');
    const other = await aPark();
    expect(await refusal(parks.update(admin, other.id, 1, { code }))).toBe('reference.code-taken');
    expect(await refusal(parks.update(admin, other.id, 1, { code: other.code, name: '改名' }))).toBe('accepted');
  });

  it('a closed park is not chosen from that day on; who has it keeps it; opened again it is chosen', async () => {
    const park = await aPark({ validFrom: '2020-01-01' });
    expect(await refusal(parks.close(admin, park.id, 1, { from: '2020-01-01', reason: '并入' }))).toBe(
      'reference.validity',
    );
    const closed = await parks.close(admin, park.id, undefined, { from: '2025-01-01', reason: '并入' });
    expect(closed).toMatchObject({ closedFrom: '2025-01-01', closedReason: '并入', version: 2 });
    const faults = (more: object = {}) =>
      opened.database.read(async (rows) =>
        (await placeFaults(rows, { parkId: park.id }, more)).map(({ code, params }) => [code, params?.name]),
      );
    expect(await faults()).toEqual([['park.closed', park.name]]);
    expect(await faults({ on: '2024-12-31' })).toEqual([]);
    expect(await faults({ on: '2019-12-31' })).toEqual([['park.not-yet', park.name]]);
    expect(await faults({ before: { parkId: park.id } })).toEqual([]);
    expect(await refusal(parks.close(admin, park.id, 1, { from: '2026-01-01', reason: '晚' }))).toBe('version.stale');
    await parks.reopen(admin, park.id, 2);
    expect(await faults()).toEqual([]);
  });

  it('an industry knows its chain; the chain closes after what stands below it', async () => {
    const chain = await aChain();
    const industry = await anIndustry({ chainId: chain.id, aliases: ['别名'] });
    expect(industry).toMatchObject({ chainName: chain.name, aliases: ['别名'], task: null });
    const close = () => chains.close(admin, chain.id, undefined, { from: '2027-01-01', reason: '合并' });
    await expect(close()).rejects.toMatchObject({ code: 'tree.open-below', facts: { count: 1 } });
    await industries.close(admin, industry.id, undefined, { from: '2026-12-31', reason: '合并' });
    expect(await close()).toMatchObject({ closedFrom: '2027-01-01' });
    expect(await refusal(anIndustry({ chainId: admin.userId }))).toBe('chain.unknown');
  });

  it('two who move chains at once make no circle', async () => {
    const [one, other] = [await aChain(), await aChain()];
    const both = await Promise.all([
      refusal(chains.update(admin, one.id, 1, { parentId: other.id })),
      refusal(chains.update(admin, other.id, 1, { parentId: one.id })),
    ]);
    expect(both.sort()).toEqual(['accepted', 'tree.circle']);
  });

  it('the clusters of the zone are chains, each industry below its own', async () => {
    const rows = await opened.fresh.query<{ chain: string; industries: string }>(
      `SELECT c.name AS chain, string_agg(i.name, '、' ORDER BY i.position) AS industries
       FROM industry_chain c
       JOIN industry i ON i.chain_id = c.id
       WHERE c.code IN ('SWYY', 'XDSP')
       GROUP BY c.name, c.position
       ORDER BY c.position`,
    );
    expect(rows).toEqual([
      { chain: '生物医药', industries: '医药制造、医疗器械' },
      { chain: '现代食品', industries: '保健食品、高端食品加工' },
    ]);
  });

  it('each change has its row in the audit', async () => {
    const { id } = await aPark();
    await parks.close(admin, id, undefined, { from: '2030-01-01', reason: '规划' });
    expect(
      await opened.fresh.query(
        `SELECT action, after ->> 'closed_reason' AS reason FROM audit_entry WHERE subject = 'park' AND subject_id = $1 ORDER BY seq`,
        [id],
      ),
    ).toEqual([
      { action: 'insert', reason: null },
      { action: 'update', reason: '规划' },
    ]);
  });
});
