import { lightBands, paceTargets } from '@crm/api-contract/lights';
import { reminders } from '@crm/api-contract/reminders';
import { Client } from '../servers/client.js';
import { eventually } from '../servers/patience.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const dayNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const wan = (value: string) => ({ value, unit: 'wan' as const });

describe('traffic lights', () => {
  let product: Product;
  let zone: Zone;
  let auditor: Client;
  const year = 2025;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts' });
    zone = await zoneOf(product);
    auditor = await Client.signedIn(product, 'auditor');
  });
  afterAll(() => product?.stop());

  const enter = (month: number, plan: string, actual: string, more: object = {}) =>
    zone.manager.call(paceTargets.enter, {
      year,
      source: '统计月报',
      cells: [
        {
          subjectKind: 'park',
          subjectId: zone.parks[0]!.id,
          indicator: 'tax',
          month,
          plan: wan(plan),
          actual: wan(actual),
        },
      ],
      ...more,
    });
  const park = async (query: object = {}) =>
    (await auditor.call(paceTargets.list, undefined, { query: { year, indicator: 'tax', ...query } })).data.find(
      ({ subjectId }) => subjectId === zone.parks[0]!.id,
    )!;

  it('case 5: 6,000 green, 5,999 and 3,000 yellow, 2,999 red; the second yellow running escalates, red at once', async () => {
    await enter(1, '6000', '6000');
    expect((await park()).latest).toMatchObject({ light: 'green', behindPercent: '0', escalates: false });
    await enter(2, '6000', '5999');
    expect(await park()).toMatchObject({
      escalated: false,
      latest: { light: 'yellow', behindWan: '1', escalates: false },
    });
    await enter(3, '6000', '3000');
    expect(await park()).toMatchObject({
      escalated: true,
      latest: { light: 'yellow', behindPercent: '50', escalates: true },
    });
    await enter(4, '6000', '2999');
    const { latest, months } = await park();
    expect(latest).toMatchObject({ month: 4, light: 'red', behindWan: '3001', escalates: true });
    expect(months.map(({ light, escalates }) => [light, escalates])).toEqual([
      ['green', false],
      ['yellow', false],
      ['yellow', true],
      ['red', true],
    ]);
  });

  it('a whole month of all parks is one entry, each as typed; a fault in one cell keeps all of them out', async () => {
    const cells = zone.parks.map(({ id }, at) => ({
      subjectKind: 'park' as const,
      subjectId: id,
      indicator: 'investment',
      month: 5,
      plan: { value: String(at + 1), unit: 'yi' as const },
      actual: { value: '80000000', unit: 'yuan' as const },
    }));
    const spoiled = cells.map((cell, at) =>
      at === 2
        ? { ...cell, actual: { value: '一百', unit: 'wan' } }
        : at === 4
          ? { ...cell, plan: { value: '0.00001', unit: 'yuan' } }
          : cell,
    );
    const refused = await zone.manager.refused(paceTargets.enter, { year, source: '月报', cells: spoiled });
    expect(refused.errors.map(({ pointer, code }) => [pointer, code])).toContainEqual([
      '/cells/2/actual/value',
      'decimal.format',
    ]);
    const finer = await zone.manager.refused(paceTargets.enter, {
      year,
      source: '月报',
      cells: cells.map((cell, at) =>
        at === 4
          ? { ...cell, plan: { value: '0.00001', unit: 'yuan' } }
          : at === 6
            ? { ...cell, subjectId: '01234567-89ab-7def-8123-456789abcdef' }
            : cell,
      ),
    });
    expect(finer.errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/cells/4/plan/value', 'money.too-fine'],
      ['/cells/6/subjectId', 'park.unknown'],
    ]);
    expect(
      (await auditor.call(paceTargets.list, undefined, { query: { year, indicator: 'investment' } })).data,
    ).toEqual([]);
    expect(await zone.manager.call(paceTargets.enter, { year, source: '月报', cells })).toEqual({
      entered: 14,
      corrected: 0,
      unchanged: 0,
    });
    const { data, indicators, years } = await auditor.call(paceTargets.list, undefined, {
      query: { year, indicator: 'investment' },
    });
    expect(data.map(({ subjectName, months }) => [subjectName, months[0]!.plan!.valueWan, months[0]!.light])).toEqual(
      zone.parks.map(({ shortName }, at) => [shortName, String((at + 1) * 10_000), at === 0 ? 'yellow' : 'red']),
    );
    expect(data[0]!.months[0]!.actual).toMatchObject({
      valueWan: '8000',
      entered: { value: '80000000', unit: 'yuan' },
      source: '月报',
    });
    expect([indicators, years]).toEqual([['investment', 'tax'], [year]]);
  });

  it('a correction needs a reason and keeps the old value; what was known then is still the answer for then', async () => {
    const refused = await zone.manager.refused(paceTargets.enter, {
      year,
      source: '核实',
      cells: [{ subjectKind: 'park', subjectId: zone.parks[0]!.id, indicator: 'tax', month: 4, actual: wan('6000') }],
    });
    expect(refused.errors).toMatchObject([
      { pointer: '/cells/0/actual', code: 'pace.reason', params: { before: '2999', month: 4 } },
    ]);
    await enter(4, '6000', '6000', { reason: '税务部门核实' });
    const now = await park();
    expect(now).toMatchObject({ escalated: false, latest: { month: 4, light: 'green' } });
    const { entries } = await auditor.call(paceTargets.one, undefined, { params: { id: now.id } });
    expect(
      entries
        .filter(({ month, kind }) => month === 4 && kind === 'actual')
        .map(({ valueWan, reason, knownTo }) => [valueWan, reason, knownTo === null]),
    ).toEqual([
      ['6000', '税务部门核实', true],
      ['2999', null, false],
    ]);
    expect(await park({ asOf: '2020-01-01' })).toMatchObject({ months: [], latest: null, escalated: false });
  });

  it('the future has no actual, a cell stands once, a label of one’s own is kept', async () => {
    const cell = { subjectKind: 'zone' as const, indicator: '新引进项目数', month: 12, plan: wan('10') };
    expect(
      (
        await zone.manager.refused(paceTargets.enter, {
          year: 2099,
          source: '月报',
          cells: [{ ...cell, actual: wan('1') }, cell],
        })
      ).errors.map(({ pointer, code }) => [pointer, code]),
    ).toEqual([
      ['/cells/1', 'pace.cell-twice'],
      ['/cells/0/actual', 'pace.future'],
    ]);
    await zone.manager.call(paceTargets.enter, { year: 2099, source: '计划', cells: [cell] });
    const { data } = await auditor.call(paceTargets.list, undefined, { query: { year: 2099 } });
    expect(data).toMatchObject([
      {
        subjectKind: 'zone',
        indicator: '新引进项目数',
        latest: null,
        months: [{ month: 12, light: null, actual: null }],
      },
    ]);
  });

  it('a secretary sees what hangs on firms of their own, and enters nothing', async () => {
    const { data } = await zone.secretary.call(paceTargets.list, undefined, { query: { year } });
    expect(data).toEqual([]);
    expect(await zone.secretary.refused(paceTargets.enter, { year, source: 'x', cells: [] })).toMatchObject({
      status: 403,
    });
    const { id } = await zone.draft();
    await zone.manager.call(paceTargets.enter, {
      year,
      source: '月报',
      cells: [
        { subjectKind: 'contract', subjectId: id, indicator: 'output', month: 1, plan: wan('100'), actual: wan('10') },
      ],
    });
    expect((await zone.secretary.call(paceTargets.list, undefined, { query: { year } })).data).toEqual([]);
    expect(
      (await auditor.call(paceTargets.list, undefined, { query: { year, indicator: 'output' } })).data,
    ).toMatchObject([{ subjectKind: 'contract', subjectLink: `/contracts/${id}`, escalated: true }]);
  });

  it('red is told to the manager at once, with what it is about; yellow for the first time is not', async () => {
    const today = dayNow();
    const cell = {
      subjectKind: 'zone' as const,
      indicator: 'tax',
      month: Number(today.slice(5, 7)),
      plan: wan('6000'),
    };
    await zone.manager.call(paceTargets.enter, {
      year: Number(today.slice(0, 4)),
      source: '月报',
      cells: [
        { ...cell, actual: wan('2999') },
        { ...cell, indicator: 'output', actual: wan('5999') },
      ],
    });
    // Moves the time past eight o'clock, since reminders planned for today wait until the morning.
    const morning = () =>
      product.database.query(
        `UPDATE reminder_occurrence
         SET due_at = now()
         WHERE rule = 'pace.behind' AND status = 'pending' AND due_at > now() AND remind_on <= $1`,
        [today],
      );
    const told = async () =>
      (await zone.manager.call(reminders.list, undefined, { query: { filter: { rule: 'pace.behind' } } })).data;
    await eventually(async () => (await morning()) && (await told()).length > 0, 'a reminder of the pace');
    expect(await told()).toMatchObject([
      {
        step: 'before-0',
        dueDay: today,
        facts: { indicator: 'tax', light: 'red', behindPercent: '50.02', subjectKind: 'zone' },
      },
    ]);
  });

  describe('the bands', () => {
    const table = (yellowUpto: string, redAbove: string) => [
      { light: 'green' as const, aboveBehind: null, uptoBehind: '0' },
      { light: 'yellow' as const, aboveBehind: '0', uptoBehind: yellowUpto },
      { light: 'red' as const, aboveBehind: redAbove, uptoBehind: null },
    ];

    it('refuse gaps, overlaps, open ends and empty rows, all named at their rows', async () => {
      const { inForce } = await zone.admin.call(lightBands.inForce);
      expect(inForce).toMatchObject({ version: 1, bands: table('50', '50') });
      const refused = async (bands: unknown) =>
        (await zone.admin.refused(lightBands.change, { bands, reason: '试行' }, { version: 1 })).errors.map(
          ({ pointer, code }) => [pointer, code],
        );
      expect(await refused(table('40', '50'))).toEqual([['/bands/2/aboveBehind', 'bands.gap']]);
      expect(
        await refused([...table('60', '50').slice(0, 2), { light: 'red', aboveBehind: '50', uptoBehind: '90' }]),
      ).toEqual([
        ['/bands/2/aboveBehind', 'bands.overlap'],
        ['/bands/2/uptoBehind', 'bands.open-end'],
      ]);
      expect(await refused(table('0', '50'))).toEqual([
        ['/bands/1/uptoBehind', 'bands.empty-band'],
        ['/bands/2/aboveBehind', 'bands.gap'],
      ]);
      expect(await refused([])).toEqual([['/bands', 'bands.open-end']]);
    });

    it('change by an administrator, from now on: months that are over keep their light', async () => {
      expect(
        await zone.manager.refused(lightBands.change, { bands: table('10', '10'), reason: '从严' }, { version: 1 }),
      ).toMatchObject({ status: 403 });
      expect(
        await zone.admin.call(lightBands.change, { bands: table('10', '10'), reason: '从严' }, { version: 1 }),
      ).toMatchObject({ version: 2, enteredBy: expect.any(String) as string });
      expect((await zone.admin.call(lightBands.inForce)).history).toMatchObject([
        { version: 1, bands: table('50', '50') },
      ]);
      expect((await park()).months.map(({ light }) => light)).toEqual(['green', 'yellow', 'yellow', 'green']);
      const today = dayNow();
      await zone.manager.call(paceTargets.enter, {
        year: Number(today.slice(0, 4)),
        source: '月报',
        cells: [
          {
            subjectKind: 'park',
            subjectId: zone.parks[1]!.id,
            indicator: 'investment',
            month: Number(today.slice(5, 7)),
            plan: wan('6000'),
            actual: wan('3000'),
          },
        ],
      });
      expect(
        (
          await auditor.call(paceTargets.list, undefined, {
            query: { year: today.slice(0, 4), indicator: 'investment' },
          })
        ).data,
      ).toMatchObject([{ latest: { light: 'red' } }]);
    });

    it('two administrators at once: one wins, the other sees the table there is', async () => {
      expect(
        await zone.admin.refused(lightBands.change, { bands: table('20', '20'), reason: '再改' }, { version: 1 }),
      ).toMatchObject({ status: 412, code: 'version.stale', fields: ['bands'] });
      expect(
        await zone.admin.refused(lightBands.change, { bands: table('10', '10'), reason: '不变' }, { version: 2 }),
      ).toMatchObject({ code: 'bands.unchanged' });
    });
  });
});
