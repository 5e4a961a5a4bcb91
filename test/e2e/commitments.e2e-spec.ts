import { allRoutes } from '@crm/api-contract/catalogue';
import { actuals, assessments, commitments } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

describe('commitments', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const report = (contractId: string, value: string, more: object = {}) =>
    zone.officer.call(actuals.create, {
      contractId,
      indicator: 'tax',
      year: 2024,
      source: 'tax-office',
      value: { value, unit: 'wan' },
      ...more,
    });
  const judged = async (contractId: string, year = 2024) =>
    (await zone.officer.call(assessments.list, undefined, { query: { filter: { contractId, year } } })).data[0]!;
  const promised = async (contractId: string) =>
    (await zone.officer.call(commitments.list, undefined, { query: { filter: { contractId } } })).data[0]!;

  it('case 4: the shortfall, the claw-back, and why', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30', clause: '第八条第二款' }] });
    await zone.manager.call(
      contracts.paySupport,
      { paid: { value: '500', unit: 'wan' }, paidOn: '2022-05-01' },
      { params: { id } },
    );
    await report(id, '1140');
    const row = await judged(id);
    expect(row).toMatchObject({
      verdict: 'breach',
      requiredWan: '1500',
      actualWan: '1140',
      attainmentPercent: '76',
      shortfallWan: '360',
      shortfallPerMuWan: '7.2',
      clawbackWan: '120',
      promisedPerMuWan: '30',
      percentOfStandard: '100',
      dueOn: '2024-12-31',
    });
    expect(row.because).toMatchObject({ clause: '第八条第二款', rules: ['period.annual', 'verdict.below-tolerance'] });
    expect(row.because.inputs).toContainEqual(
      expect.objectContaining({
        name: 'actualWan',
        value: '1140',
        unit: 'wan',
        source: expect.objectContaining({ kind: 'tax-office' }),
      }),
    );
    expect(row.because.inputs).toContainEqual({
      name: 'tolerancePercent',
      value: '80',
      unit: 'percent',
      source: { kind: 'setting', ref: null },
    });
    expect(row.because.formula).toContainEqual({
      name: 'clawbackWan',
      expression: 'supportPaidWan × ( 1 − attainmentPercent )',
      value: '120',
    });
    const contract = await zone.officer.call(contracts.one, undefined, { params: { id } });
    expect(contract).toMatchObject({
      supportPaidWan: '500',
      years: [
        { year: 2025, verdict: 'no-data' },
        { year: 2024, verdict: 'breach', lowestAttainmentPercent: '76', clawbackWan: '120' },
      ],
    });
  });

  it('case 4: 1,200 of 1,500 is 80.00 % and within the tolerance; a clause of its own goes first', async () => {
    const [usual, strict] = [
      await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] }),
      await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30', tolerancePercent: '80.000001' }] }),
    ];
    await report(usual.id, '1200');
    await report(strict.id, '1200');
    expect(
      [await judged(usual.id), await judged(strict.id)].map(({ verdict, attainmentPercent }) => [
        verdict,
        attainmentPercent,
      ]),
    ).toEqual([
      ['warning', '80'],
      ['breach', '80'],
    ]);
  });

  it('a total is master too: the value per mu follows the area', async () => {
    const draft = await zone.draft({ parcels: [{ area: { value: '40', unit: 'mu' } }] });
    const entered = await zone.officer.call(commitments.create, {
      contractId: draft.id,
      indicator: 'investment',
      total: { value: '1.6', unit: 'yi' },
    });
    expect(entered).toMatchObject({
      master: 'total',
      totalWan: '16000',
      perMuWan: '400',
      terms: [{ entered: { value: '1.6', unit: 'yi' }, knownTo: null }],
    });
    await zone.officer.call(
      contracts.update,
      { parcels: [{ area: { value: '50', unit: 'mu' } }] },
      { params: { id: draft.id }, version: draft.version },
    );
    expect(await promised(draft.id)).toMatchObject({ totalWan: '16000', perMuWan: '320' });
    expect(
      await zone.officer.refused(commitments.create, {
        contractId: draft.id,
        indicator: 'investment',
        perMuWan: '300',
      }),
    ).toMatchObject({ status: 409, code: 'commitment.duplicate' });
  });

  it('a signed promise changes by a supplement that somebody else grants, and both wordings stay', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    await report(id, '1300');
    expect((await judged(id)).verdict).toBe('warning');
    expect(
      await zone.officer.refused(commitments.create, { contractId: id, indicator: 'output', perMuWan: '500' }),
    ).toMatchObject({ status: 409, code: 'contract.signed' });
    const before = await promised(id);
    await zone.amended(id, { promises: [{ indicator: 'tax', perMuWan: '26' }], reason: '补充协议一' });
    const after = await zone.officer.call(commitments.one, undefined, { params: { id: before.id } });
    expect(after.terms.map((term) => [term.perMuWan, term.reason, term.knownTo === null])).toEqual([
      ['26', '补充协议一', true],
      ['30', null, false],
    ]);
    expect(after).toMatchObject({ belowStandard: true, version: 2 });
    expect(await judged(id)).toMatchObject({ verdict: 'met', requiredWan: '1300' });
  });

  it('no other route writes to what is signed: of a signed contract each is refused, and nothing differs', async () => {
    const signed = await zone.signed({
      commitments: [{ indicator: 'tax', perMuWan: '30' }],
      milestones: [{ kind: 'construction-start', plannedOn: '2021-12-01' }],
    });
    const asked = { params: { id: signed.id }, version: signed.version };
    for (const change of [
      { amount: { value: '1', unit: 'yi' as const } },
      { parcels: [{ area: { value: '60', unit: 'mu' as const } }] },
      { fullProductionYear: 2030 },
      { termTo: '2050-01-01' },
      { milestones: [{ kind: 'construction-start' as const, plannedOn: '2029-01-01' }] },
    ]) {
      expect(await zone.manager.refused(contracts.update, change, asked)).toMatchObject({
        status: 409,
        code: 'contract.signed',
      });
    }
    const written = allRoutes
      .filter(
        ({ contract: { method, path } }) =>
          method !== 'GET' && /^\/(contracts|commitments|parcels|milestones)\b/.test(path),
      )
      .map(({ name }) => name);
    expect(written.sort()).toEqual([
      'commitments.create',
      'commitments.waive',
      'contractChecklists.check',
      'contractChecklists.uncheck',
      'contracts.complete',
      'contracts.create',
      'contracts.paySupport',
      'contracts.perform',
      'contracts.sign',
      'contracts.submit',
      'contracts.terminate',
      'contracts.update',
      'contracts.void',
      'contracts.withdraw',
      // A slip of the pen: another person agrees, and what was written stays as known then.
      'corrections.create',
      'corrections.preview',
      'milestoneExtensions.ask',
      'milestones.record',
      'supplements.create',
      'supplements.preview',
      'supplements.renew',
      // Support clauses are added, and ended with a reason; they are never rewritten.
      'supportClauses.create',
      'supportClauses.end',
    ]);
    expect(await zone.manager.call(contracts.one, undefined, { params: { id: signed.id } })).toEqual(signed);
  });

  it('a figure is corrected beside the old one, verified by another person, and then locked', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const first = await report(id, '1400', { note: '快报' });
    expect(
      await zone.officer.refused(actuals.create, {
        contractId: id,
        indicator: 'tax',
        year: 2024,
        source: 'tax-office',
        value: { value: '1', unit: 'wan' },
      }),
    ).toMatchObject({ status: 409, code: 'actual.exists' });
    const second = await zone.officer.call(
      actuals.correct,
      { value: { value: '15000000', unit: 'yuan' }, reason: '年报定数' },
      { params: { id: first.id } },
    );
    expect(second).toMatchObject({
      valueWan: '1500',
      entered: { value: '15000000', unit: 'yuan' },
      correctsId: first.id,
      correctionReason: '年报定数',
      locked: false,
    });
    expect((await judged(id)).verdict).toBe('met');
    const { data } = await zone.officer.call(actuals.list, undefined, {
      query: { filter: { contractId: id, history: true }, sort: 'knownFrom', order: 'asc' },
    });
    expect(data.map((row) => [row.valueWan, row.knownTo === null])).toEqual([
      ['1400', false],
      ['1500', true],
    ]);
    expect(
      await zone.officer.refused(
        actuals.correct,
        { value: { value: '1', unit: 'wan' }, reason: '改旧数' },
        { params: { id: first.id } },
      ),
    ).toMatchObject({ status: 409, code: 'actual.superseded' });

    const own = await zone.manager.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2025,
      source: 'statistics',
      value: { value: '1400', unit: 'wan' },
    });
    expect(await zone.manager.refused(actuals.verify, undefined, { params: { id: own.id } })).toMatchObject({
      status: 403,
      code: 'actual.verify-own',
    });
    expect(await zone.manager.call(actuals.verify, undefined, { params: { id: second.id } })).toMatchObject({
      locked: true,
    });
    expect(
      await zone.officer.refused(
        actuals.correct,
        { value: { value: '1', unit: 'wan' }, reason: '锁定后' },
        { params: { id: second.id } },
      ),
    ).toMatchObject({ status: 409, code: 'actual.locked' });
  });

  it('a verified figure counts before a later one of another source', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const verified = await report(id, '1500');
    await zone.manager.call(actuals.verify, undefined, { params: { id: verified.id } });
    await report(id, '900', { source: 'firm' });
    expect(await judged(id)).toMatchObject({ verdict: 'met', actualWan: '1500' });
    const { data } = await zone.officer.call(actuals.list, undefined, {
      query: { filter: { contractId: id, disagreeing: true }, sort: 'knownFrom', order: 'asc' },
    });
    expect(
      data.map(({ source, counts, rivals }) => [
        source,
        counts,
        rivals.map((rival) => [rival.source, rival.valueWan, rival.differenceWan]),
      ]),
    ).toEqual([
      ['tax-office', true, [['firm', '900', '-600']]],
      ['firm', false, [['tax-office', '1500', '600']]],
    ]);
    const [other] = (
      await zone.officer.call(actuals.list, undefined, { query: { filter: { contractId: id, disagreeing: false } } })
    ).data;
    expect(other).toBeUndefined();
  });

  it('a figure of a firm goes to its only contract, and several are asked about', async () => {
    const enterpriseId = await zone.firm();
    const figure = {
      enterpriseId,
      indicator: 'tax',
      year: 2024,
      source: 'firm',
      value: { value: '10', unit: 'wan' },
    } as const;
    expect(await zone.officer.refused(actuals.create, figure)).toMatchObject({
      status: 422,
      code: 'actual.no-contract',
    });
    const first = await zone.signed({ enterpriseId, commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    expect(await zone.officer.call(actuals.create, figure)).toMatchObject({ contractId: first.id });
    await zone.signed({ enterpriseId, projectName: '二期', commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    expect(await zone.officer.refused(actuals.create, { ...figure, year: 2025 })).toMatchObject({
      status: 409,
      code: 'actual.ambiguous',
      facts: { count: 2 },
    });
  });

  it('a cumulative figure that falls and one out of scale are asked about before they go in', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'investment', perMuWan: '300' }] });
    const of = (year: number, value: string) => ({
      contractId: id,
      indicator: 'investment' as const,
      year,
      source: 'statistics' as const,
      value: { value, unit: 'wan' as const },
    });
    expect((await zone.officer.call(actuals.create, of(2022, '9000'))).questions).toEqual([]);
    const falls = { code: 'actual.falls' as const, facts: { year: 2022, before: '9000', now: '8000' } };
    expect(await zone.officer.refused(actuals.create, of(2023, '8000'))).toMatchObject({
      status: 422,
      code: 'actual.asked',
      facts: { questions: [falls] },
    });
    const confirmed = await zone.officer.call(actuals.create, { ...of(2023, '8000'), confirmed: [falls.code] });
    expect(confirmed).toMatchObject({ questions: [falls], confirmed: [falls.code] });
    expect(await zone.officer.refused(actuals.create, of(2024, '150000000'))).toMatchObject({
      facts: {
        questions: [
          { code: 'actual.scale', facts: { factor: '10000' } },
          { code: 'actual.beside-promise', facts: { before: '15000', factor: '10000' } },
        ],
      },
    });
  });

  it('as of any day, by what is known now or was known then', async () => {
    const { id } = await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    await report(id, '1500');
    const asOf = (day: string, known: 'now' | 'then') =>
      zone.officer.call(assessments.ofContract, undefined, { params: { id }, query: { asOf: day, known } });
    expect((await asOf('2024-12-31', 'now')).assessments).toMatchObject([{ year: 2024, verdict: 'not-due' }]);
    expect(await asOf('2025-01-01', 'now')).toMatchObject({
      known: 'now',
      assessments: [{ year: 2024, verdict: 'met' }],
      years: [{ year: 2024, verdict: 'met' }],
    });
    expect(await asOf('2025-06-30', 'then')).toMatchObject({
      known: 'then',
      knownAt: '2025-06-30T16:00:00.000Z',
      assessments: [],
    });
  });

  it('a secretary reports for the firms assigned, and for no other', async () => {
    const enterpriseId = await zone.firm();
    const [mine, other] = [
      await zone.signed({ enterpriseId, commitments: [{ indicator: 'tax', perMuWan: '30' }] }),
      await zone.signed({ commitments: [{ indicator: 'tax', perMuWan: '30' }] }),
    ];
    await product.database.query(
      `SELECT set_config('app.actor', 'system:test', false); INSERT INTO secretary_assignment (id, user_id, enterprise_id, role, from_day) SELECT gen_random_uuid(), id, '${enterpriseId}', 'primary', '2021-01-01' FROM app_user WHERE username = 'secretary'`,
    );
    const figure = { indicator: 'tax', year: 2024, source: 'firm', value: { value: '1500', unit: 'wan' } } as const;
    expect(await zone.secretary.call(actuals.create, { ...figure, contractId: mine.id })).toMatchObject({
      valueWan: '1500',
    });
    expect(await zone.secretary.refused(actuals.create, { ...figure, contractId: other.id })).toMatchObject({
      status: 404,
    });
    expect((await zone.secretary.call(commitments.list)).data.map(({ contractId }) => contractId)).toEqual([mine.id]);
    expect((await zone.secretary.call(assessments.list)).data.every(({ contractId }) => contractId === mine.id)).toBe(
      true,
    );
  });
});
