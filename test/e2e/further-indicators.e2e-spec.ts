import { approvals } from '@crm/api-contract/approvals';
import { actuals, assessments, commitments, portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

type Indicator = 'output' | 'tax' | 'rd-spend' | 'rd-share' | 'rd-headcount' | 'jobs' | 'energy';

describe('R&D, people and energy', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const units: Readonly<Record<Indicator, 'wan' | 'percent' | 'person' | 'tce'>> = {
    output: 'wan',
    tax: 'wan',
    'rd-spend': 'wan',
    'rd-share': 'percent',
    'rd-headcount': 'person',
    jobs: 'person',
    energy: 'tce',
  };
  const report = (contractId: string, indicator: Indicator, year: number, value: string) =>
    zone.officer.call(actuals.create, {
      contractId,
      indicator,
      year,
      source: 'firm',
      value: { value, unit: units[indicator] },
    });
  const judged = async (contractId: string) =>
    (await zone.officer.call(assessments.list, undefined, { query: { filter: { contractId }, perPage: 100 } })).data;
  const of = async (contractId: string, indicator: Indicator, year: number) =>
    (await judged(contractId)).find((row) => row.indicator === indicator && row.year === year)!;

  it('a contract carries them over three years, and the worst of all speaks', async () => {
    const { id } = await zone.signed({
      fullProductionYear: 2023,
      commitments: [
        { indicator: 'tax', perMuWan: '30' },
        { indicator: 'rd-share', total: { value: '3', unit: 'percent' }, clause: '第九条' },
        { indicator: 'rd-headcount', total: { value: '50', unit: 'person' } },
        { indicator: 'jobs', total: { value: '300', unit: 'person' }, fromYear: 2024, tolerancePercent: '90' },
        { indicator: 'energy', total: { value: '1000', unit: 'tce' } },
      ],
    });
    for (const [year, tax, spend, output, staff, jobs, energy] of [
      [2023, '1500', '300', '10000', '50', '100', '1000'],
      [2024, '1500', '290', '10000', '45', '270', '1250'],
      [2025, '1500', '200', '10000', '39', '269', '1251'],
    ] as const) {
      for (const [indicator, value] of Object.entries({
        tax,
        'rd-spend': spend,
        output,
        'rd-headcount': staff,
        jobs,
        energy,
      }))
        await report(id, indicator as Indicator, year, value);
    }
    const told: Record<string, string[]> = {};
    for (const { indicator, year, verdict } of (await judged(id)).toSorted((a, b) => a.year - b.year))
      (told[indicator] ??= []).push(`${year} ${verdict}`);
    expect(told).toEqual({
      tax: ['2023 met', '2024 met', '2025 met'],
      'rd-share': ['2023 met', '2024 warning', '2025 breach'],
      'rd-headcount': ['2023 met', '2024 warning', '2025 breach'],
      jobs: ['2024 warning', '2025 breach'],
      energy: ['2023 met', '2024 warning', '2025 breach'],
    });
    const contract = await zone.officer.call(contracts.one, undefined, { params: { id } });
    expect(contract.years.map(({ year, verdict }) => `${year} ${verdict}`)).toEqual([
      '2025 breach',
      '2024 warning',
      '2023 met',
    ]);
    expect(contract.years[0]!.lowestAttainmentPercent).toMatch(/^66\.66/);
    expect(
      contract.commitments.map(({ indicator, unit, bound, total, totalWan, perMuWan }) => [
        indicator,
        unit,
        bound,
        total,
        totalWan,
        perMuWan,
      ]),
    ).toEqual([
      ['tax', 'wan', 'at-least', '1500', '1500', '30'],
      ['rd-share', 'percent', 'at-least', '3', null, null],
      ['rd-headcount', 'person', 'at-least', '50', null, null],
      ['jobs', 'person', 'at-least', '300', null, null],
      ['energy', 'tce', 'at-most', '1000', null, null],
    ]);
  });

  it('a share nobody reported follows from spend and output, and says so; a reported one goes first', async () => {
    const { id } = await zone.signed({
      fullProductionYear: 2024,
      commitments: [{ indicator: 'rd-share', total: { value: '3', unit: 'percent' } }],
    });
    await report(id, 'rd-spend', 2024, '200');
    expect((await of(id, 'rd-share', 2024)).verdict).toBe('no-data');
    await report(id, 'output', 2024, '6000');
    const row = await of(id, 'rd-share', 2024);
    expect(row).toMatchObject({
      verdict: 'met',
      unit: 'percent',
      required: '3',
      requiredWan: null,
      actualWan: null,
      promisedWan: null,
      standardPerMuWan: null,
    });
    expect(row.actual).toMatch(/^3\.3333/);
    expect(row.because.inputs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['promised', 'rdSpendWan', 'outputWan']),
    );
    expect(row.because.formula).toContainEqual(
      expect.objectContaining({ name: 'actual', expression: 'rdSpendWan ÷ outputWan' }),
    );
    await report(id, 'rd-share', 2024, '2');
    expect(await of(id, 'rd-share', 2024)).toMatchObject({ verdict: 'breach', actual: '2' });
  });

  it('energy is a bound: amended, waived and clawed back like any promise', async () => {
    const { id } = await zone.signed({
      fullProductionYear: 2024,
      commitments: [{ indicator: 'energy', total: { value: '1000', unit: 'tce' } }],
    });
    await zone.manager.call(
      contracts.paySupport,
      { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
      { params: { id } },
    );
    await report(id, 'energy', 2024, '2000');
    expect(await of(id, 'energy', 2024)).toMatchObject({
      verdict: 'breach',
      bound: 'at-most',
      unit: 'tce',
      required: '1000',
      actual: '2000',
      shortfall: '1000',
      shortfallWan: null,
      attainmentPercent: '50',
      clawbackWan: '250',
    });
    const { rows } = await zone.manager.call(portfolio.decisions, undefined, { query: {} });
    expect(rows.find((one) => one.contractId === id)).toMatchObject({
      year: 2025,
      verdict: 'no-data',
      indicator: 'energy',
      unit: 'tce',
      shortfall: null,
      shortfallWan: null,
      shortfallPerMuWan: null,
    });
    const [promise] = (await zone.officer.call(commitments.list, undefined, { query: { filter: { contractId: id } } }))
      .data;
    await zone.amended(id, {
      promises: [{ indicator: 'energy', total: { value: '2500', unit: 'tce' } }],
      reason: '扩产',
    });
    const amended = await zone.officer.call(commitments.one, undefined, { params: { id: promise!.id } });
    expect(amended.terms.map(({ total, totalWan }) => [total, totalWan])).toEqual([
      ['2500', null],
      ['1000', null],
    ]);
    expect((await of(id, 'energy', 2024)).verdict).toBe('met');
    await zone.manager.call(commitments.waive, { year: 2025, reason: '停产改造' }, { params: { id: promise!.id } });
    const [waiting] = (
      await zone.director.call(approvals.list, undefined, { query: { filter: { contractId: id, state: 'pending' } } })
    ).data;
    await zone.director.call(approvals.approve, {}, { params: { id: waiting!.id }, version: waiting!.version });
    expect((await of(id, 'energy', 2025)).verdict).toBe('waived');
  });

  it('a figure is corrected and verified in its own unit', async () => {
    const { id } = await zone.signed({
      fullProductionYear: 2024,
      commitments: [{ indicator: 'jobs', total: { value: '100', unit: 'person' } }],
    });
    const first = await report(id, 'jobs', 2024, '80');
    expect(first).toMatchObject({
      unit: 'person',
      value: '80',
      valueWan: null,
      entered: { value: '80', unit: 'person' },
    });
    const second = await zone.officer.call(
      actuals.correct,
      { value: { value: '101', unit: 'person' }, reason: '年末数' },
      { params: { id: first.id } },
    );
    expect(await zone.manager.call(actuals.verify, undefined, { params: { id: second.id } })).toMatchObject({
      locked: true,
      value: '101',
    });
    expect((await of(id, 'jobs', 2024)).verdict).toBe('met');
  });

  it('refuses what does not go with the indicator, by name', async () => {
    const draft = await zone.draft();
    const refused = (body: object) =>
      zone.officer.refused(commitments.create, { contractId: draft.id, ...body } as never);
    expect(await refused({ indicator: 'jobs', perMuWan: '3' })).toMatchObject({
      status: 422,
      code: 'commitment.not-per-mu',
    });
    expect(await refused({ indicator: 'jobs', total: { value: '3', unit: 'wan' } })).toMatchObject({
      status: 422,
      code: 'quantity.unit',
    });
    expect(await refused({ indicator: 'jobs', total: { value: '3.5', unit: 'person' } })).toMatchObject({
      status: 422,
      code: 'quantity.whole',
    });
    expect(await refused({ indicator: 'rd-share', total: { value: '101', unit: 'percent' } })).toMatchObject({
      status: 422,
      code: 'quantity.percent',
    });
    expect(await refused({ indicator: 'tax', total: { value: '3', unit: 'person' } })).toMatchObject({
      status: 422,
      code: 'quantity.unit',
    });
    expect(await refused({ indicator: 'noise', total: { value: '3', unit: 'person' } })).toMatchObject({ status: 422 });
  });
});
