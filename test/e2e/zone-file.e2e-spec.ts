import { zoneConfiguration, type ZoneFile } from '@crm/api-contract/configuration';
import { industries, industryChains, parks } from '@crm/api-contract/parks';
import { provincialStandards } from '@crm/api-contract/standards';
import { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';

describe('the file of a zone', () => {
  let products: Product[] = [];
  let [first, second]: Client[] = [];
  beforeAll(async () => {
    products = await Promise.all([0, 1].map(() => startProduct({ demo: 'accounts', worker: false })));
    // The second zone is empty.
    await products[1]!.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       DELETE FROM provincial_standard; DELETE FROM industry; DELETE FROM industry_chain; DELETE FROM park;
       DELETE FROM working_day; DELETE FROM calendar_year; DELETE FROM reminder_rule`,
    );
    [first, second] = await Promise.all(products.map((product) => Client.signedIn(product, 'admin')));
    const [chain] = (await first!.call(industryChains.list)).data;
    const below = await first!.call(industryChains.create, {
      code: 'A-XIA',
      name: '下游',
      parentId: chain!.id,
      position: 1,
    });
    const industry = await first!.call(industries.create, {
      code: 'XIA1',
      name: '下游一业',
      chainId: below.id,
      aliases: ['别名'],
      task: 'fill',
    });
    const park = await first!.call(parks.create, {
      code: 'NEW',
      name: '新园',
      shortName: '新',
      leadingIndustryIds: [industry.id],
      expansionSites: ['北片'],
    });
    await first!.call(parks.close, { from: '2027-01-01', reason: '规划' }, { params: { id: park.id } });
    await first!.call(provincialStandards.create, {
      indicator: 'tax',
      placeLevel: 'park',
      placeKey: park.id,
      industryId: industry.id,
      validFrom: '2025-01-01',
      perMuWan: '12.5',
      documentNo: '示例〔2025〕1号',
    });
    await products[0]!.database.query(
      `SELECT set_config('app.actor', 'system:test', false);
       INSERT INTO reminder_rule (id, code, days_before, recipients) VALUES (gen_random_uuid(), 'commitment.due', '{60,5}', '{manager}')`,
    );
  });
  afterAll(() => Promise.all(products.map((product) => product.stop())));

  const exported = (client: Client | undefined): Promise<ZoneFile> => client!.call(zoneConfiguration.one);
  const checked = (client: Client | undefined, file: ZoneFile) => client!.call(zoneConfiguration.check, { file });

  it('makes an empty zone equal to the one it came from', async () => {
    const file = await exported(first);
    expect(file.parks.find(({ code }) => code === 'NEW')).toMatchObject({
      leadingIndustries: ['XIA1'],
      expansionSites: ['北片'],
      closedFrom: '2027-01-01',
    });
    const check = await checked(second, file);
    expect(check.lists.map(({ list, added, changed }) => [list, added.length, changed.length])).toEqual([
      ['chains', file.chains.length, 0],
      ['industries', file.industries.length, 0],
      ['parks', file.parks.length, 0],
      ['standards', file.standards.length, 0],
      ['calendar', file.calendar.length, 0],
      ['reminderRules', 1, 0],
    ]);
    await second!.call(zoneConfiguration.take, { file, key: check.key });
    expect(await exported(second)).toEqual(file);
    for (const list of (await checked(second, file)).lists)
      expect(list).toMatchObject({ added: [], changed: [], closed: [], kept: 0 });
  });

  it('tells what would change and close, takes exactly that, and keeps what it does not name', async () => {
    const before = await exported(second);
    const file: ZoneFile = {
      ...before,
      parks: before.parks
        .filter(({ code }) => code !== 'NEW')
        .map((park) =>
          park.code === 'MA' ? { ...park, closedFrom: '2028-01-01', closedReason: '并入', nameEn: 'Mei’an' } : park,
        ),
    };
    const check = await checked(second, file);
    expect(check.lists.find(({ list }) => list === 'parks')).toMatchObject({
      added: [],
      changed: [{ key: 'MA', fields: ['nameEn', 'closedFrom', 'closedReason'] }],
      closed: ['MA'],
      kept: 1,
    });
    expect(await exported(second)).toEqual(before);
    await second!.call(zoneConfiguration.take, { file, key: check.key });
    const after = await exported(second);
    expect(after.parks.find(({ code }) => code === 'MA')).toMatchObject({ closedFrom: '2028-01-01' });
    expect(after.parks.map(({ code }) => code)).toContain('NEW');
    expect(await second!.refused(zoneConfiguration.take, { file, key: check.key })).toMatchObject({
      status: 409,
      code: 'configuration.moved',
    });
  });

  it('rewrites no standard, and takes nothing of a file that is refused', async () => {
    const before = await exported(second);
    const file: ZoneFile = {
      ...before,
      parks: before.parks.map((park) => ({ ...park, focus: '改了' })),
      standards: before.standards.map((one) => ({ ...one, perMuWan: '1' })),
    };
    const { key } = await checked(second, file);
    expect(await second!.refused(zoneConfiguration.take, { file, key })).toMatchObject({
      status: 409,
      code: 'standard.differs',
    });
    expect(await exported(second)).toEqual(before);
  });

  it('refuses a code that is not there and an entry named twice, with their place', async () => {
    const file = await exported(second);
    const unknown: ZoneFile = {
      ...file,
      industries: [{ ...file.industries[0]!, code: 'OTHER', name: '另一业', chain: 'NOWHERE' }],
    };
    const { key } = await checked(second, unknown);
    expect(await second!.refused(zoneConfiguration.take, { file: unknown, key })).toMatchObject({
      errors: [{ pointer: '/file/industries/0/chain', code: 'configuration.unknown-code' }],
    });
    const twice: ZoneFile = { ...file, parks: [file.parks[0]!, file.parks[0]!] };
    expect(await second!.refused(zoneConfiguration.check, { file: twice })).toMatchObject({
      errors: [{ pointer: '/file/parks/1', code: 'configuration.repeats' }],
    });
    const manager = await Client.signedIn(products[1]!, 'manager');
    expect(await manager.refused(zoneConfiguration.one)).toMatchObject({ status: 403 });
  });
});
