import { actuals } from '@crm/api-contract/commitments';
import { evaluationFormula, evaluationRounds, type EvaluationRoundInFull } from '@crm/api-contract/per-mu-classes';
import { decimal, roundForShow } from '@crm/domain/quantities';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const CASE = { 'tax-per-mu': '18', 'added-value-per-mu': '100', 'added-value-per-energy': '2.0', 'added-value-per-emission': '4000', 'labour-productivity': '15', 'rd-share': '0.04' };
const sizes = (round: EvaluationRoundInFull) => round.classes.map(({ firms }) => firms);
const at = (row: number, item: string, code: string) => [`/rows/${row}/values/${item}`, code];

describe('per-mu classes', () => {
  let product: Product;
  let zone: Zone;
  let firms: string[];
  let last: EvaluationRoundInFull;
  let round: EvaluationRoundInFull;

  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
    firms = [];
    for (let n = 0; n < 40; n++) firms.push(await zone.firm(`海南评价第${String(n + 1).padStart(2, '0')}号有限公司`));
  }, 60_000);
  afterAll(() => product?.stop());

  const begin = (year: number, from: 'previous' | 'with-land' | 'none') => zone.manager.call(evaluationRounds.create, { year, firms: from });
  const again = async (id: string) => zone.manager.call(evaluationRounds.one, undefined, { params: { id } });
  const faultsOf = async (id: string, body: unknown) => (await zone.manager.refused(evaluationRounds.enter, body, { params: { id } })).errors.map(({ pointer, code }) => [pointer, code]);

  it('case 11: one firm scores 81.57, and 78.33 where no item may bring more than its weight', async () => {
    last = await begin(2023, 'none');
    await zone.manager.call(evaluationRounds.enter, { source: '统计局', rows: [{ enterpriseId: firms[0]!, values: CASE }] }, { params: { id: last.id } });
    const scored = await again(last.id);
    expect(roundForShow(decimal(scored.rows[0]!.result!.score), 2)).toBe('81.57');
    const { items, bands } = scored;
    const capped = await zone.admin.call(evaluationRounds.changeFormula, { items, bands, capped: true }, { params: { id: last.id }, version: scored.version });
    expect(roundForShow(decimal(capped.rows[0]!.result!.score), 2)).toBe('78.33');
    expect(capped.rows[0]!.result!.parts.filter((part) => part.capped).map(({ key, points }) => [key, points])).toEqual([['rd-share', '10']]);
    last = await zone.admin.call(evaluationRounds.changeFormula, { items, bands, capped: false }, { params: { id: last.id }, version: capped.version });
  });

  it('case 11: 40 firms at 20/40/35/5 % are A 8, B 16, C 14, D 2; a tie stays together in the better class', async () => {
    const values = (tax: number) => ({ ...CASE, 'tax-per-mu': String(tax) });
    await zone.manager.call(evaluationRounds.enter, { source: '统计局', reason: '统一口径', rows: firms.map((enterpriseId, n) => ({ enterpriseId, values: values(60 - n) })) }, { params: { id: last.id } });
    expect(sizes(await again(last.id))).toEqual([8, 16, 14, 2]);
    await zone.manager.call(evaluationRounds.enter, { source: '统计局', reason: '核实', rows: [{ enterpriseId: firms[8]!, values: values(53) }] }, { params: { id: last.id } });
    const tied = await again(last.id);
    expect(sizes(tied)).toEqual([9, 15, 14, 2]);
    expect(tied.rows.slice(7, 10).map(({ result }) => [result?.rank, result?.class])).toEqual([[8, 'A'], [8, 'A'], [10, 'B']]);
  });

  it('a firm with a value missing is listed and not scored; a grid with faults writes nothing', async () => {
    round = await begin(2024, 'previous');
    expect(round).toMatchObject({ firms: 40, scored: 0, notScorable: 40, status: 'draft' });
    const rows = [
      { firm: '海南评价第01号', values: { 'tax-per-mu': '18' } }, { firm: '没有这家', values: {} }, { firm: '海南评价第01号有限公司', values: {} }, { values: {} }, { enterpriseId: firms[1], values: { 'no-such': '1' } },
    ];
    expect(await faultsOf(round.id, { source: '报表', rows })).toEqual([['/rows/1/firm', 'evaluation.firm-unknown'], ['/rows/2/firm', 'evaluation.firm-twice'], ['/rows/3/firm', 'field.required'], at(4, 'no-such', 'evaluation.item-unknown')]);
    expect(await faultsOf(round.id, { source: '报表', rows: [{ enterpriseId: firms[0], values: { 'tax-per-mu': '十八' } }] })).toEqual([at(0, 'tax-per-mu', 'decimal.format')]);
    expect((await again(round.id)).rows.every(({ values }) => Object.keys(values).length === 0)).toBe(true);
    const { 'rd-share': _left, ...five } = CASE;
    await zone.manager.call(evaluationRounds.enter, { source: '报表', rows: firms.map((enterpriseId, n) => ({ enterpriseId, values: n === 39 ? five : { ...CASE, 'tax-per-mu': String(n + 1) } })) }, { params: { id: round.id } });
    const entered = await again(round.id);
    expect(entered).toMatchObject({ scored: 39, notScorable: 1 });
    expect(entered.rows.at(-1)).toMatchObject({ enterpriseId: firms[39], result: null, missing: ['rd-share'], move: null });
  });

  it('a changed value needs a reason and keeps the old one', async () => {
    const change = { source: '报表', rows: [{ enterpriseId: firms[0]!, values: { 'tax-per-mu': '2.5' } }] };
    expect(await faultsOf(round.id, change)).toEqual([at(0, 'tax-per-mu', 'evaluation.reason')]);
    expect(await zone.manager.call(evaluationRounds.enter, { ...change, reason: '企业更正' }, { params: { id: round.id } })).toEqual({ entered: 0, corrected: 1, withdrawn: 0, unchanged: 0, joined: 0 });
    const { entries } = await zone.officer.call(evaluationRounds.firm, undefined, { params: { id: round.id, enterpriseId: firms[0]! } });
    expect(entries.filter(({ item }) => item === 'tax-per-mu').map(({ value, reason }) => [value, reason])).toEqual([['2.5', '企业更正'], ['1', null]]);
  });

  it('closing freezes, says who moved up and down, and refuses every change until it is reopened with a reason', async () => {
    const before = await again(last.id);
    expect(await zone.officer.refused(evaluationRounds.close, { notScorable: 0 }, { params: { id: last.id }, version: before.version })).toMatchObject({ status: 403 });
    expect(await zone.manager.refused(evaluationRounds.close, { notScorable: 3 }, { params: { id: last.id }, version: before.version })).toMatchObject({ code: 'evaluation.not-scorable', facts: { count: 0 } });
    const closed = await zone.manager.call(evaluationRounds.close, { notScorable: 0 }, { params: { id: last.id }, version: before.version });
    expect(closed).toMatchObject({ status: 'closed', closedBy: expect.any(String) as string });
    expect(closed.rows.map(({ result }) => result?.score)).toEqual(before.rows.map(({ result }) => result?.score));
    expect(await zone.manager.refused(evaluationRounds.enter, { source: 'x', rows: [{ enterpriseId: firms[0], values: {} }] }, { params: { id: last.id } })).toMatchObject({ status: 409, code: 'evaluation.closed' });

    const compared = await again(round.id);
    const moves = (n: number) => compared.rows.find(({ enterpriseId }) => enterpriseId === firms[n])!;
    expect(compared.previousYear).toBe(2023);
    expect([moves(0), moves(38)].map(({ before: was, result, move }) => [was?.class, result?.class, move])).toEqual([['A', 'D', 'down'], ['D', 'A', 'up']]);

    const open = await zone.manager.call(evaluationRounds.reopen, { reason: '统计口径更正' }, { params: { id: last.id }, version: closed.version });
    expect(open).toMatchObject({ status: 'draft', reopenReason: '统计口径更正', closedAt: null });
    expect(await product.database.query('SELECT count(*)::int AS n FROM evaluation_result WHERE superseded_at IS NOT NULL')).toEqual([{ n: 40 }]);
    expect(await zone.manager.refused(evaluationRounds.close, { notScorable: 0 }, { params: { id: last.id }, version: closed.version })).toMatchObject({ status: 412 });
    await zone.manager.call(evaluationRounds.close, { notScorable: 0 }, { params: { id: last.id }, version: open.version });
  });

  it('tax per mu is proposed where every contract of the firm has its figure, and taken with its source', async () => {
    const enterpriseId = firms[5]!;
    const { id } = await zone.signed({ enterpriseId, commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const own = await begin(2025, 'with-land');
    expect([own.rows.map((row) => row.enterpriseId), own.proposals]).toEqual([[enterpriseId], []]);
    await zone.officer.call(actuals.create, { contractId: id, indicator: 'tax', year: 2025, source: 'tax-office', value: { value: '1140', unit: 'wan' } });
    expect((await again(own.id)).proposals).toEqual([{ enterpriseId, item: 'tax-per-mu', value: '22.8', taxWan: '1140', areaMu: '50', contracts: 1 }]);
    expect(await zone.manager.call(evaluationRounds.take, {}, { params: { id: own.id } })).toEqual({ entered: 1 });
    expect((await again(own.id)).rows[0]!.values['tax-per-mu']).toMatchObject({ value: '22.8', source: '2025 年实绩：税收 1140 万元 ÷ 50 亩' });
    expect(await zone.manager.call(evaluationRounds.leaveOut, { enterpriseId, reason: '停产' }, { params: { id: own.id } })).toEqual({ firms: 0 });
    expect((await again(own.id)).rows).toEqual([]);
  });

  it('the formula is an administrator’s: faults by name, a round keeps its own copy, two at once one wins', async () => {
    const { items, bands, capped, version } = await zone.admin.call(evaluationFormula.inForce);
    expect(version).toBe(1);
    const broken = { items: items.map((item, n) => (n === 0 ? { ...item, base: '0' } : n === 1 ? { ...item, weight: '10' } : item)), bands: bands.slice(1), capped, reason: '试' };
    expect((await zone.admin.refused(evaluationFormula.change, broken, { version })).errors.map(({ pointer, code, params }) => [pointer, code, params.sum ?? params.item])).toEqual([
      ['/items/0/base', 'score.base', 'tax-per-mu'], ['/items', 'score.weights', '90'], ['/bands', 'class.percent', '80'],
    ]);
    const better = { items, bands, capped: true, reason: '封顶计分' };
    expect(await zone.manager.refused(evaluationFormula.change, better, { version })).toMatchObject({ status: 403 });
    expect(await zone.admin.call(evaluationFormula.change, better, { version })).toMatchObject({ version: 2, capped: true });
    expect(await zone.admin.refused(evaluationFormula.change, better, { version })).toMatchObject({ status: 412 });
    expect((await again(round.id)).capped).toBe(false);
    expect(await zone.manager.refused(evaluationRounds.create, { year: 2024, firms: 'none' })).toMatchObject({ status: 409, code: 'evaluation.year-twice' });
    expect(await zone.manager.refused(evaluationRounds.create, { year: 2100, firms: 'none' })).toMatchObject({ code: 'evaluation.future' });
  });

  it('a secretary sees the firms of their own, ranked among all', async () => {
    const seen = await zone.secretary.call(evaluationRounds.one, undefined, { params: { id: round.id } });
    expect(seen).toMatchObject({ firms: 40, rows: [], proposals: [] });
    expect(await zone.secretary.refused(evaluationRounds.firm, undefined, { params: { id: round.id, enterpriseId: firms[0]! } })).toMatchObject({ status: 404 });
  });
});
