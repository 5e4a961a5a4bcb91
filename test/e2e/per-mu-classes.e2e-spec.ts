import { actuals } from '@crm/api-contract/commitments';
import { evaluationFormula, evaluationRounds, type EvaluationRoundInFull } from '@crm/api-contract/per-mu-classes';
import { decimal, roundForShow } from '@crm/domain/quantities';
import { book, codes, type Cell } from '../servers/ledger-sheets.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const CASE = {
  'tax-per-mu': '18',
  'added-value-per-mu': '100',
  'added-value-per-energy': '2.0',
  'added-value-per-emission': '4000',
  'labour-productivity': '15',
  'rd-share': '0.04',
};
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
  });
  afterAll(() => product?.stop());

  const begin = (year: number, from: 'previous' | 'with-land' | 'none') =>
    zone.manager.call(evaluationRounds.create, { year, firms: from });
  const again = async (id: string) => zone.manager.call(evaluationRounds.one, undefined, { params: { id } });
  const faultsOf = async (id: string, body: unknown) =>
    (await zone.manager.refused(evaluationRounds.enter, body, { params: { id } })).errors.map(({ pointer, code }) => [
      pointer,
      code,
    ]);

  it('case 11: one firm scores 81.57, and 78.33 where no item may bring more than its weight', async () => {
    last = await begin(2023, 'none');
    await zone.manager.call(
      evaluationRounds.enter,
      { source: '统计局', rows: [{ enterpriseId: firms[0]!, values: CASE }] },
      { params: { id: last.id } },
    );
    const scored = await again(last.id);
    expect(roundForShow(decimal(scored.rows[0]!.result!.score), 2)).toBe('81.57');
    const { items, bands } = scored;
    const capped = await zone.admin.call(
      evaluationRounds.changeFormula,
      { items, bands, capped: true },
      { params: { id: last.id }, version: scored.version },
    );
    expect(roundForShow(decimal(capped.rows[0]!.result!.score), 2)).toBe('78.33');
    expect(capped.rows[0]!.result!.parts.filter((part) => part.capped).map(({ key, points }) => [key, points])).toEqual(
      [['rd-share', '10']],
    );
    last = await zone.admin.call(
      evaluationRounds.changeFormula,
      { items, bands, capped: false },
      { params: { id: last.id }, version: capped.version },
    );
  });

  it('case 11: 40 firms at 20/40/35/5 % are A 8, B 16, C 14, D 2; a tie stays together in the better class', async () => {
    const values = (tax: number) => ({ ...CASE, 'tax-per-mu': String(tax) });
    await zone.manager.call(
      evaluationRounds.enter,
      {
        source: '统计局',
        reason: '统一口径',
        rows: firms.map((enterpriseId, n) => ({ enterpriseId, values: values(60 - n) })),
      },
      { params: { id: last.id } },
    );
    expect(sizes(await again(last.id))).toEqual([8, 16, 14, 2]);
    await zone.manager.call(
      evaluationRounds.enter,
      { source: '统计局', reason: '核实', rows: [{ enterpriseId: firms[8]!, values: values(53) }] },
      { params: { id: last.id } },
    );
    const tied = await again(last.id);
    expect(sizes(tied)).toEqual([9, 15, 14, 2]);
    expect(tied.rows.slice(7, 10).map(({ result }) => [result?.rank, result?.class])).toEqual([
      [8, 'A'],
      [8, 'A'],
      [10, 'B'],
    ]);
  });

  it('a firm with a value missing is listed and not scored; a grid with faults writes nothing', async () => {
    round = await begin(2024, 'previous');
    expect(round).toMatchObject({ firms: 40, scored: 0, notScorable: 40, status: 'draft' });
    const rows = [
      { firm: '海南评价第01号', values: { 'tax-per-mu': '18' } },
      { firm: '没有这家', values: {} },
      { firm: '海南评价第01号有限公司', values: {} },
      { values: {} },
      { enterpriseId: firms[1], values: { 'no-such': '1' } },
    ];
    expect(await faultsOf(round.id, { source: '报表', rows })).toEqual([
      ['/rows/1/firm', 'evaluation.firm-unknown'],
      ['/rows/2/firm', 'evaluation.firm-twice'],
      ['/rows/3/firm', 'field.required'],
      at(4, 'no-such', 'evaluation.item-unknown'),
    ]);
    expect(
      await faultsOf(round.id, {
        source: '报表',
        rows: [{ enterpriseId: firms[0], values: { 'tax-per-mu': '十八' } }],
      }),
    ).toEqual([at(0, 'tax-per-mu', 'decimal.format')]);
    expect((await again(round.id)).rows.every(({ values }) => Object.keys(values).length === 0)).toBe(true);
    const { 'rd-share': _left, ...five } = CASE;
    await zone.manager.call(
      evaluationRounds.enter,
      {
        source: '报表',
        rows: firms.map((enterpriseId, n) => ({
          enterpriseId,
          values: n === 39 ? five : { ...CASE, 'tax-per-mu': String(n + 1) },
        })),
      },
      { params: { id: round.id } },
    );
    const entered = await again(round.id);
    expect(entered).toMatchObject({ scored: 39, notScorable: 1 });
    expect(entered.rows.at(-1)).toMatchObject({
      enterpriseId: firms[39],
      result: null,
      missing: ['rd-share'],
      move: null,
    });
  });

  describe('out of a workbook', () => {
    const title: Cell[] = ['2025 年度企业亩均效益评价数据'];
    const header: Cell[] = [
      '序号',
      '单位名称',
      '研发投入占比（%）',
      '亩均税收贡献（元/亩）',
      '单位能耗工业增加值',
      '单位污染物排放增加值',
      '劳动生产率（万元/人）',
      '亩均工业增加值',
      '联系人',
    ];
    const firm = (n: number, name: string, change: Readonly<Record<number, Cell>> = {}): Cell[] =>
      Object.assign([n, name, 4, 180_000, 2, 4_000, 15, 100, '张三'] as Cell[], change);
    const sheet = (...rows: Cell[][]) => book([title, header, ...rows, [null as never, '合计', 8, 360_000]]);
    const form = (content: Uint8Array | string, name = '亩均数据.xlsx') => {
      const sent = new FormData();
      sent.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
      return sent as never;
    };
    let own: EvaluationRoundInFull;
    beforeAll(async () => {
      own = await begin(2022, 'none');
      await zone.manager.call(
        evaluationRounds.enter,
        { source: '报表', rows: [{ enterpriseId: firms[0]!, values: { 'tax-per-mu': '1' } }] },
        at(),
      );
    });
    const at = () => ({ params: { id: own.id } });
    const read = (content: Uint8Array | string, name?: string) =>
      zone.manager.call(evaluationRounds.readSheet, form(content, name), at());
    const refusedAs = async (content: Uint8Array | string) =>
      (await zone.manager.refused(evaluationRounds.readSheet, form(content), at())).code;

    it('headers in other words, units of their own: what would be entered is answered, and nothing is written', async () => {
      await zone.firm('海南评价第41号有限公司');
      const before = await again(own.id);
      const found = await read(
        sheet(firm(1, '海南评价第01号', { 2: 3.0245678 }), firm(2, '海南评价第41号有限公司', { 4: '—' })),
      );
      expect(found).toMatchObject({
        fileName: '亩均数据.xlsx',
        headerRow: 2,
        faults: [],
        skipped: 1,
        rounded: 1,
        unread: [
          { column: 'A', header: '序号' },
          { column: 'I', header: '联系人' },
        ],
      });
      expect(found.rows).toEqual([
        {
          row: 3,
          firm: '海南评价第01号有限公司',
          enterpriseId: firms[0],
          joins: false,
          values: { ...CASE, 'rd-share': '0.030246', 'added-value-per-energy': '2' },
        },
        {
          row: 4,
          firm: '海南评价第41号有限公司',
          enterpriseId: expect.any(String) as string,
          joins: true,
          values: {
            'tax-per-mu': '18',
            'rd-share': '0.04',
            'added-value-per-emission': '4000',
            'labour-productivity': '15',
            'added-value-per-mu': '100',
          },
        },
      ]);
      expect(await again(own.id)).toEqual(before);
      // The values read are entered with the route of the grid. Entering them again changes nothing.
      const rows = found.rows.slice(0, 1).map(({ enterpriseId, values }) => ({ enterpriseId: enterpriseId!, values }));
      const enter = () =>
        zone.manager.call(evaluationRounds.enter, { source: found.fileName, reason: '工作簿', rows }, at());
      expect(await enter()).toMatchObject({ entered: 5, corrected: 1, joined: 0, unchanged: 0 });
      expect(await enter()).toMatchObject({ entered: 0, corrected: 0, unchanged: 6 });
    });

    it('what cannot be read is told with row, column, value and reason', async () => {
      const found = await read(
        sheet(
          firm(1, '海南评价第02号', { 3: '十八万' }),
          firm(2, '没有这家'),
          firm(3, '海南评价第03号', { 7: -1 }),
          firm(4, '海南评价第03号有限公司'),
        ),
      );
      expect(found.faults.map(({ row, column, item, value, code }) => [row, column, item, value, code])).toEqual([
        [3, 'D', 'tax-per-mu', '十八万', 'decimal.format'],
        [4, 'B', null, '没有这家', 'evaluation.firm-unknown'],
        [5, 'H', 'added-value-per-mu', '-1', 'decimal.range'],
        [6, 'B', null, '海南评价第03号有限公司', 'evaluation.firm-twice'],
      ]);
      expect(found.faults[1]?.message).toContain('第 4 行');
      const unit = await read('企业,亩均税收（亿元）\n海南评价第02号,18\n', '亩均.csv');
      expect([unit.faults.map(({ row, column, code }) => [row, column, code]), unit.rows[0]?.values]).toEqual([
        [[1, 'B', 'evaluation.sheet-unit']],
        {},
      ]);
    });

    it('a file that is none, a sheet without a header, a closed round, somebody who may not', async () => {
      expect([
        await refusedAs('hello'),
        await refusedAs(new Uint8Array()),
        await refusedAs(Buffer.from('PK\u0003\u0004 kein Zip')),
      ]).toEqual(['evaluation.sheet-header', 'sheet.empty', 'sheet.damaged']);
      expect(
        await refusedAs(
          book([
            ['企业', '电话'],
            ['海南评价第02号', codes[0]],
          ]),
        ),
      ).toBe('evaluation.sheet-header');
      expect(
        (await zone.manager.refused(evaluationRounds.readSheet, new FormData() as never, at())).errors,
      ).toMatchObject([{ pointer: '/file', code: 'upload.missing' }]);
      expect(await zone.secretary.refused(evaluationRounds.readSheet, form(sheet()), at())).toMatchObject({
        status: 403,
      });
    });
  });

  it('a changed value needs a reason and keeps the old one', async () => {
    const change = { source: '报表', rows: [{ enterpriseId: firms[0]!, values: { 'tax-per-mu': '2.5' } }] };
    expect(await faultsOf(round.id, change)).toEqual([at(0, 'tax-per-mu', 'evaluation.reason')]);
    expect(
      await zone.manager.call(evaluationRounds.enter, { ...change, reason: '企业更正' }, { params: { id: round.id } }),
    ).toEqual({ entered: 0, corrected: 1, withdrawn: 0, unchanged: 0, joined: 0 });
    const { entries } = await zone.officer.call(evaluationRounds.firm, undefined, {
      params: { id: round.id, enterpriseId: firms[0]! },
    });
    expect(entries.filter(({ item }) => item === 'tax-per-mu').map(({ value, reason }) => [value, reason])).toEqual([
      ['2.5', '企业更正'],
      ['1', null],
    ]);
  });

  it('closing freezes, says who moved up and down, and refuses every change until it is reopened with a reason', async () => {
    const before = await again(last.id);
    expect(
      await zone.officer.refused(
        evaluationRounds.close,
        { notScorable: 0 },
        { params: { id: last.id }, version: before.version },
      ),
    ).toMatchObject({ status: 403 });
    expect(
      await zone.manager.refused(
        evaluationRounds.close,
        { notScorable: 3 },
        { params: { id: last.id }, version: before.version },
      ),
    ).toMatchObject({ code: 'evaluation.not-scorable', facts: { count: 0 } });
    const closed = await zone.manager.call(
      evaluationRounds.close,
      { notScorable: 0 },
      { params: { id: last.id }, version: before.version },
    );
    expect(closed).toMatchObject({ status: 'closed', closedBy: expect.any(String) as string });
    expect(closed.rows.map(({ result }) => result?.score)).toEqual(before.rows.map(({ result }) => result?.score));
    expect(
      await zone.manager.refused(
        evaluationRounds.enter,
        { source: 'x', rows: [{ enterpriseId: firms[0], values: {} }] },
        { params: { id: last.id } },
      ),
    ).toMatchObject({ status: 409, code: 'evaluation.closed' });

    const compared = await again(round.id);
    const moves = (n: number) => compared.rows.find(({ enterpriseId }) => enterpriseId === firms[n])!;
    expect(compared.previousYear).toBe(2023);
    expect([moves(0), moves(38)].map(({ before: was, result, move }) => [was?.class, result?.class, move])).toEqual([
      ['A', 'D', 'down'],
      ['D', 'A', 'up'],
    ]);

    const open = await zone.manager.call(
      evaluationRounds.reopen,
      { reason: '统计口径更正' },
      { params: { id: last.id }, version: closed.version },
    );
    expect(open).toMatchObject({ status: 'draft', reopenReason: '统计口径更正', closedAt: null });
    expect(
      await product.database.query('SELECT count(*)::int AS n FROM evaluation_result WHERE superseded_at IS NOT NULL'),
    ).toEqual([{ n: 40 }]);
    expect(
      await zone.manager.refused(
        evaluationRounds.close,
        { notScorable: 0 },
        { params: { id: last.id }, version: closed.version },
      ),
    ).toMatchObject({ status: 412 });
    await zone.manager.call(
      evaluationRounds.close,
      { notScorable: 0 },
      { params: { id: last.id }, version: open.version },
    );
  });

  it('tax per mu is proposed where every contract of the firm has its figure, and taken with its source', async () => {
    const enterpriseId = firms[5]!;
    const { id } = await zone.signed({ enterpriseId, commitments: [{ indicator: 'tax', perMuWan: '30' }] });
    const own = await begin(2025, 'with-land');
    expect([own.rows.map((row) => row.enterpriseId), own.proposals]).toEqual([[enterpriseId], []]);
    await zone.officer.call(actuals.create, {
      contractId: id,
      indicator: 'tax',
      year: 2025,
      source: 'tax-office',
      value: { value: '1140', unit: 'wan' },
    });
    expect((await again(own.id)).proposals).toEqual([
      { enterpriseId, item: 'tax-per-mu', value: '22.8', taxWan: '1140', areaMu: '50', contracts: 1 },
    ]);
    expect(await zone.manager.call(evaluationRounds.take, {}, { params: { id: own.id } })).toEqual({ entered: 1 });
    expect((await again(own.id)).rows[0]!.values['tax-per-mu']).toMatchObject({
      value: '22.8',
      source: '2025 年实绩：税收 1140 万元 ÷ 50 亩',
    });
    expect(
      await zone.manager.call(evaluationRounds.leaveOut, { enterpriseId, reason: '停产' }, { params: { id: own.id } }),
    ).toEqual({ firms: 0 });
    expect((await again(own.id)).rows).toEqual([]);
  });

  it('the formula is an administrator’s: faults by name, a round keeps its own copy, two at once one wins', async () => {
    const { items, bands, capped, version } = await zone.admin.call(evaluationFormula.inForce);
    expect(version).toBe(1);
    const broken = {
      items: items.map((item, n) => (n === 0 ? { ...item, base: '0' } : n === 1 ? { ...item, weight: '10' } : item)),
      bands: bands.slice(1),
      capped,
      reason: '试',
    };
    expect(
      (await zone.admin.refused(evaluationFormula.change, broken, { version })).errors.map(
        ({ pointer, code, params }) => [pointer, code, params.sum ?? params.item],
      ),
    ).toEqual([
      ['/items/0/base', 'score.base', 'tax-per-mu'],
      ['/items', 'score.weights', '90'],
      ['/bands', 'class.percent', '80'],
    ]);
    const better = { items, bands, capped: true, reason: '封顶计分' };
    expect(await zone.manager.refused(evaluationFormula.change, better, { version })).toMatchObject({ status: 403 });
    expect(await zone.admin.call(evaluationFormula.change, better, { version })).toMatchObject({
      version: 2,
      capped: true,
    });
    expect(await zone.admin.refused(evaluationFormula.change, better, { version })).toMatchObject({ status: 412 });
    expect((await again(round.id)).capped).toBe(false);
    expect(await zone.manager.refused(evaluationRounds.create, { year: 2024, firms: 'none' })).toMatchObject({
      status: 409,
      code: 'evaluation.year-twice',
    });
    expect(await zone.manager.refused(evaluationRounds.create, { year: 2100, firms: 'none' })).toMatchObject({
      code: 'evaluation.future',
    });
  });

  it('a secretary sees the firms of their own, ranked among all', async () => {
    const seen = await zone.secretary.call(evaluationRounds.one, undefined, { params: { id: round.id } });
    expect(seen).toMatchObject({ firms: 40, rows: [], proposals: [] });
    expect(
      await zone.secretary.refused(evaluationRounds.firm, undefined, {
        params: { id: round.id, enterpriseId: firms[0]! },
      }),
    ).toMatchObject({ status: 404 });
  });
});
