import type { Database } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { openedDatabase, anActor, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { StandardsService, WorkingDaysService } from './index.js';

describe('standards and calendar', () => {
  let opened: OpenedDatabase;
  let database: Database;
  let standards: StandardsService;
  let admin: Actor;
  let [meian, yaogu, medicine] = ['', '', ''];

  beforeAll(async () => {
    opened = await openedDatabase();
    database = opened.database;
    standards = new StandardsService(database);
    admin = await anActor(opened, 'admin');
    [meian, yaogu] = (await opened.fresh.query<{ id: string }>('SELECT id FROM park ORDER BY position')).map(
      ({ id }) => id,
    ) as [string, string];
    medicine = (await opened.fresh.query<{ id: string }>("SELECT id FROM industry WHERE code = 'YYZZ'"))[0]!.id;
  });
  afterAll(() => opened?.close());

  const version = (more: object = {}) => ({
    indicator: 'tax' as const,
    placeLevel: 'park' as const,
    placeKey: meian,
    validFrom: '2024-01-01',
    perMuWan: '45',
    documentNo: '琼自然资规〔2024〕1号',
    ...more,
  });

  it('the narrowest version of the signing day is in force', async () => {
    await standards.create(admin, version());
    await standards.create(admin, version({ industryId: medicine, perMuWan: null }));
    const at = async (parkId: string, on: string, industryId?: string) =>
      (await standards.inForce(admin, { parkId, on, industryId, areaMu: '10' })).indicators.tax;
    expect(await at(meian, '2024-01-01')).toMatchObject({ perMuWan: '45', minimumWan: '450', derived: false });
    expect(await at(meian, '2023-12-31')).toMatchObject({ perMuWan: '30', minimumWan: '300', derived: true });
    expect(await at(yaogu, '2024-01-01')).toMatchObject({ perMuWan: '30' });
    expect(await at(meian, '2024-01-01', medicine)).toMatchObject({ perMuWan: null, minimumWan: null });
  });

  it.each([
    [
      'after one that runs on, unless it is to end',
      { placeKey: undefined, placeLevel: 'zone', validFrom: '2025-01-01' },
      'standard.follows-open',
    ],
    ['overlapping', { placeKey: undefined, placeLevel: 'zone', validFrom: '2020-01-01' }, 'standard.overlap'],
    ['from the same day', { placeKey: undefined, placeLevel: 'zone', validFrom: '2021-01-01' }, 'standard.overlap'],
    [
      'ending before it begins',
      { placeLevel: 'region', placeKey: '海口', validFrom: '2025-01-01', validTo: '2024-12-31' },
      'standard.validity',
    ],
    ['of a park that is not there', { placeKey: '00000000-0000-7000-8000-000000000000' }, 'park.unknown'],
    ['of no place', { placeKey: undefined }, 'field.required'],
  ])('refuses a version %s', async (_case, more, code) => {
    await expect(
      standards.create(admin, version(more) as Parameters<StandardsService['create']>[1]),
    ).rejects.toMatchObject({ code });
  });

  it('the open-ended version before ends the day before, where somebody says so; its value stays', async () => {
    const region = { placeLevel: 'region' as const, placeKey: '儋州' };
    const first = await standards.create(admin, version({ ...region, validFrom: '2021-01-01', perMuWan: '40' }));
    await standards.create(admin, version({ ...region, closePrevious: true }));
    expect(
      await opened.fresh.query(
        `SELECT valid_to::text, trim_scale(per_mu_wan)::text AS per_mu_wan, version
         FROM provincial_standard
         WHERE id = $1`,
        [first.id],
      ),
    ).toEqual([{ valid_to: '2023-12-31', per_mu_wan: '40', version: 2 }]);
  });

  it('two people adding the same version at once: the database keeps one', async () => {
    const both = await Promise.allSettled(
      [0, 1].map(() => standards.create(admin, version({ placeLevel: 'region', placeKey: '三亚' }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('an added version is in the audit with its actor', async () => {
    const rows = await opened.fresh.query<{ actor: string }>(
      `SELECT actor
       FROM audit_entry
       WHERE subject = 'provincial_standard' AND after ->> 'document_no' LIKE '琼%'`,
    );
    expect(rows.every(({ actor }) => actor === `user:${admin.userId}`)).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('the list tells which versions hold for a park on a day', async () => {
    const page = await standards.list(admin, {
      page: 1,
      perPage: 50,
      sort: 'validFrom',
      order: 'desc',
      filter: { parkId: yaogu, on: '2025-06-01' },
      exact: false,
    });
    expect(page.data.map((row) => [row.indicator, row.placeName]).sort()).toEqual([
      ['investment', '全区'],
      ['output', '全区'],
      ['tax', '全区'],
    ]);
  });

  it('a year that is not loaded is told, never guessed over', async () => {
    const days = new WorkingDaysService(database);
    expect(await days.due(admin, { received: '2021-09-30', workingDays: 5 })).toEqual({
      received: '2021-09-30',
      workingDays: 5,
      due: '2021-10-13',
      extensionUntil: '2021-10-12',
      yearsNotLoaded: [],
    });
    expect((await days.due(admin, { received: '2031-12-30', workingDays: 5 })).yearsNotLoaded).toEqual([2031, 2032]);
  });
});
