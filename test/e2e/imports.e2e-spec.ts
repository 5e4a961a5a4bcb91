import { readFileSync } from 'node:fs';
import { portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { imports, type Import } from '@crm/api-contract/imports';
import { roundForShow } from '@crm/domain/quantities';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { Client } from '../servers/client.js';
import {
  FIGURES,
  LEDGER,
  committed,
  formOf,
  ledgerFile,
  ledgerPath,
  reverted,
  settled,
  uploaded,
} from '../servers/importing.js';
import { startProduct, type Product } from '../servers/product.js';

const faultsOf = ({ errors }: Import) =>
  errors.map(({ row, column, header, value, code }) => [row, column, header, value, code]);
const SIX = [
  [45, 'D', '统一社会信用代码', '91460100MA56UBF00A', 'uscc.check'],
  [46, 'D', '统一社会信用代码', '91460100MA56UBF00K', 'row.duplicate'],
  [47, 'I', '用地面积（亩）', '0', 'area.zero'],
  [48, 'F', '落户园区', '不存在的园区', 'park.unknown'],
  [49, 'H', '签约时间', '2021.2.30', 'date.impossible'],
  [50, 'K', '对赌指标（万元/亩） 固定资产投资', '待定', 'decimal.format'],
];
const counted = ({ counts }: Import) =>
  counts && [counts.valid, counts.invalid, counts.skipped, counts.unchanged, counts.differs];

interface Group {
  contracts: number;
  area_mu: string;
  investment_wan: string;
  area_weighted_per_mu: Record<'inv' | 'out' | 'tax', string>;
  percent_of_standard: Record<'inv' | 'out' | 'tax', string>;
}
const expected = JSON.parse(readFileSync(ledgerPath('expected.json'), 'utf8')) as {
  all: Group;
  by_park: Record<string, Group>;
  by_industry: Record<string, Group>;
  verdict_counts_last_year: Record<'investment' | 'output' | 'tax', Record<string, number>>;
};
const short = { inv: 'investment', out: 'output', tax: 'tax' } as const;

describe.each(['redis', 'postgres'] as const)('a ledger comes in, the queue on %s', (queue) => {
  let product: Product;
  let manager: Client;
  let ledger: Import;
  beforeAll(async () => {
    product = await startProduct({ queue });
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());

  it('is checked: 32 contracts, 6 faulty rows, 9 passed over, and nothing is written yet', async () => {
    ledger = await uploaded(manager, 'contract-ledger', LEDGER);
    expect(ledger).toMatchObject({
      status: 'checked',
      fileName: LEDGER,
      sheet: '签约项目台账',
      headerRows: { first: 3, last: 4 },
      missing: [],
      doubled: [],
      progress: { done: 47, total: 47 },
    });
    expect(ledger.counts).toEqual({
      rows: 47,
      valid: 32,
      invalid: 6,
      skipped: 9,
      unchanged: 0,
      differs: 0,
      skippedBy: { subtotal: 7, total: 1, empty: 1, note: 0, header: 0, heading: 0, person: 0 },
    });
    expect(faultsOf(ledger)).toEqual(SIX);
    expect(ledger.notices).toEqual(
      expect.arrayContaining([
        { notice: 'uscc.lower-case', count: 8 },
        { notice: 'text.spaces', count: 4 },
        { notice: 'digits.full-width', count: 2 },
      ]),
    );
    expect(ledger.units.find(({ group }) => group === 'promises')).toMatchObject({
      columns: ['K', 'L', 'M'],
      header: '对赌指标（万元/亩）',
      stated: 'wan-per-mu',
      question: false,
      against: 'J',
    });
    expect(await product.database.query('SELECT count(*)::int AS n FROM contract')).toEqual([{ n: 0 }]);
  });

  it('each fault has its sentence, in the language asked for', async () => {
    expect(ledger.errors.find(({ row }) => row === 46)?.message).toBe('与第 5 行重复（同一企业、同一项目）。');
    const english = await manager.call(imports.one, undefined, {
      params: { id: ledger.id },
      headers: { 'accept-language': 'en' },
    });
    expect(english.errors.find(({ row }) => row === 46)?.message).toBe(
      'Repeats row 5 (same enterprise, same project).',
    );
  });

  it('its error workbook holds the six rows with their reasons, as texts', async () => {
    const response = await manager.raw(imports.errorWorkbook, undefined, { params: { id: ledger.id } });
    expect(response.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('签约项目台账2021-错误行.xlsx')}`,
    );
    const [sheet] = readSpreadsheet(new Uint8Array(await response.arrayBuffer())).sheets;
    expect(sheet!.rows).toHaveLength(7);
    expect(sheet!.rows.slice(1).map((row) => row.cells.slice(-2).map(({ text }) => text))).toEqual([
      ['45', expect.stringContaining('18')],
      ['46', 'D 与第 5 行重复（同一企业、同一项目）。'],
      ['47', expect.stringMatching(/^I /)],
      ['48', 'F 没有这个园区。'],
      ['49', 'H 没有这一天。'],
      ['50', expect.stringMatching(/^K /)],
    ]);
    expect(sheet!.rows.every((row) => row.cells.every(({ type }) => type === 'text'))).toBe(true);
  });

  it('the sheet is shown as it was, faulty and mended cells marked', async () => {
    const { rows, columns, last } = await manager.call(imports.rows, undefined, {
      params: { id: ledger.id },
      query: { from: 42, to: 45 },
    });
    expect([columns.length, last]).toEqual([22, 51]);
    expect(rows.map(({ row, kind, outcome }) => [row, kind, outcome])).toEqual([
      [42, 'record', 'valid'],
      [43, 'subtotal', 'skipped'],
      [45, 'record', 'invalid'],
    ]);
    expect(rows[0]!.cells.find(({ column }) => column === 'C')).toMatchObject({
      text: '海南 昱达数据科技有限公司',
      noticed: true,
      fault: false,
    });
    expect(rows[2]!.cells.find(({ column }) => column === 'D')).toMatchObject({ fault: true });
  });

  it('a cell put right and a row left out are checked again', async () => {
    const changed = await manager.call(
      imports.change,
      { fixes: [{ row: 47, column: 'I', value: '20' }], skip: [46] },
      { params: { id: ledger.id }, version: ledger.version },
    );
    expect(changed.status).toBe('checking');
    const again = await settled(manager, ledger.id);
    expect(counted(again)).toEqual([33, 4, 10, 0, 0]);
    const back = await manager.call(
      imports.change,
      { fixes: [{ row: 47, column: 'I', value: null }], unskip: [46] },
      { params: { id: ledger.id }, version: again.version },
    );
    ledger = await settled(manager, back.id);
    expect(faultsOf(ledger)).toEqual(SIX);
  });

  it('a mapping that lacks a required column waits for it; two columns for one field are refused', async () => {
    const waiting = await manager.call(
      imports.change,
      { mapping: [{ column: 'D', field: null }] },
      { params: { id: ledger.id }, version: ledger.version },
    );
    expect(waiting).toMatchObject({ status: 'needs-mapping', missing: ['creditCode'] });
    expect(await manager.refused(imports.commit, undefined, { params: { id: ledger.id } })).toMatchObject({
      status: 409,
      code: 'import.state',
    });
    expect(
      await manager.refused(
        imports.change,
        { mapping: [{ column: 'C', field: 'projectName' }] },
        { params: { id: ledger.id }, version: waiting.version },
      ),
    ).toMatchObject({ status: 422, code: 'mapping.field-twice' });
    await manager.call(
      imports.change,
      { mapping: [{ column: 'D', field: 'creditCode' }] },
      { params: { id: ledger.id }, version: waiting.version },
    );
    ledger = await settled(manager, ledger.id);
    expect(counted(ledger)).toEqual([32, 6, 9, 0, 0]);
  });

  it('is imported: two commits at once, one wins, each contract is there once', async () => {
    const params = { id: ledger.id };
    const both = await Promise.all([1, 2].map(() => manager.raw(imports.commit, undefined, { params })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    ledger = await settled(manager, ledger.id);
    expect(ledger).toMatchObject({
      status: 'committed',
      failure: null,
      result: { contracts: 32, enterprises: 32, projects: 32, commitments: 96 },
    });
    expect(
      await product.database.query(
        `SELECT count(*)::int AS n, count(DISTINCT enterprise_id)::int AS firms, sum(area_mu)::text AS mu
         FROM contract
         WHERE status = 'signed'`,
      ),
    ).toEqual([{ n: 32, firms: 32, mu: '989.550000' }]);
  });

  it('the same file again: every row unchanged, nothing written', async () => {
    const changes = () =>
      product.database.query(
        `SELECT max(seq) AS seq
         FROM audit_entry
         WHERE subject <> ALL($1) AND action IN ('insert', 'update', 'delete')`,
        [['import', 'reminder_occurrence']],
      );
    const before = await changes();
    const again = await uploaded(manager, 'contract-ledger', LEDGER);
    expect(counted(again)).toEqual([0, 6, 9, 32, 0]);
    expect(await committed(manager, again.id)).toMatchObject({
      status: 'committed',
      result: { contracts: 0, enterprises: 0, projects: 0, commitments: 0 },
    });
    expect(await changes()).toEqual(before);
  });

  it('the same contracts with other values differ, and change nothing', async () => {
    const csv = [
      '项目名称,投资企业,统一社会信用代码,产业,落户园区,签约时间,用地面积（亩）,固定资产投资（万元/亩）,产值（万元/亩）,税收（万元/亩）,达产年',
      '嘉和智能装备产业化项目,海南嘉和智能装备有限公司,91460100MA56UBF00K,先进制造,美安,2021-03-11,23.27,800,1234.2,49.9,2025',
    ].join('\n');
    const other = await uploaded(manager, 'contract-ledger', '改过的台账.csv', Buffer.from(csv));
    expect(counted(other)).toEqual([0, 0, 0, 0, 1]);
    expect(other.errors).toMatchObject([
      { row: 2, code: 'row.differs', message: expect.stringContaining('承诺固定资产投资') },
    ]);
    expect(await committed(manager, other.id)).toMatchObject({
      status: 'committed',
      result: { contracts: 0, enterprises: 0, projects: 0, commitments: 0 },
    });
    expect(
      await product.database.query(
        `SELECT trim_scale(t.per_mu_wan)::text AS v
         FROM commitment_term t
         JOIN commitment m ON m.id = t.commitment_id
         JOIN contract c ON c.id = m.contract_id
         JOIN enterprise e ON e.id = c.enterprise_id
         WHERE e.credit_code = '91460100MA56UBF00K' AND m.indicator = 'investment'`,
      ),
    ).toEqual([{ v: '776.2' }]);
  });

  it('the figures of four years follow: 122 rows, each on its firm’s contract', async () => {
    const figures = await uploaded(manager, 'annual-actuals', FIGURES);
    expect(counted(figures)).toEqual([122, 0, 0, 0, 0]);
    expect(await committed(manager, figures.id)).toMatchObject({
      status: 'committed',
      result: { actuals: 366, contracts: 0 },
    });
    const again = await uploaded(manager, 'annual-actuals', FIGURES);
    expect(counted(again)).toEqual([0, 0, 0, 122, 0]);
  });

  it.each([
    ['none', () => ({ '': expected.all })],
    ['park', () => expected.by_park],
    ['industry', () => expected.by_industry],
  ] as const)('the averages by %s are those expected, to the last digit', async (groupBy, groups) => {
    const answer = await manager.call(portfolio.perMu, undefined, {
      query: { groupBy, signedFrom: '2021-01-01', signedTo: '2021-12-31' },
    });
    const each = (name: string, of: Group) => ({
      name,
      contracts: of.contracts,
      areaMu: roundForShow(of.area_mu, 2),
      investmentWan: roundForShow(of.investment_wan, 3),
      perMu: of.area_weighted_per_mu,
      percent: of.percent_of_standard,
    });
    const computed = answer.groups.map((group) => ({
      name: groupBy === 'none' ? '' : group.name,
      contracts: group.contracts,
      areaMu: roundForShow(group.areaMu, 2),
      investmentWan: roundForShow(group.investmentWan, 3),
      perMu: Object.fromEntries(
        Object.entries(short).map(([key, indicator]) => [key, roundForShow(group.perMuWan[indicator]!, 4)]),
      ),
      percent: Object.fromEntries(
        Object.entries(short).map(([key, indicator]) => [key, roundForShow(group.percentOfStandard[indicator]!, 2)]),
      ),
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(computed.sort(byName)).toEqual(
      Object.entries(groups())
        .map(([name, of]) => each(name, of))
        .sort(byName),
    );
    if (groupBy === 'none') expect(answer.groups[0]).toMatchObject({ belowStandard: 9 });
  });

  it('32 rows stand behind them, each with its import', async () => {
    const page = await manager.call(contracts.list, undefined, {
      query: { filter: { importId: ledger.id, counted: true }, perPage: 50 },
    });
    expect(page.total).toBe(32);
    expect(
      page.data.every(({ handlerName, officerId }) => handlerName?.startsWith('招商专员') && officerId === null),
    ).toBe(true);
  });

  it('an import others built on cannot be taken back; one on which nobody did can', async () => {
    expect(await manager.refused(imports.revert, undefined, { params: { id: ledger.id } })).toMatchObject({
      status: 409,
      code: 'import.in-use',
    });
    const { data } = await manager.call(imports.list, undefined, {
      query: { filter: { kind: 'annual-actuals', status: 'committed' } },
    });
    const figures = data.find(({ counts }) => counts?.valid === 122)!;
    expect(await reverted(manager, figures.id)).toMatchObject({ status: 'reverted', failure: null });
    expect(await product.database.query('SELECT count(*)::int AS n FROM actual WHERE known_to IS NULL')).toEqual([
      { n: 0 },
    ]);
    expect(await reverted(manager, ledger.id)).toMatchObject({ status: 'reverted', failure: null });
    expect(
      await product.database.query(
        `SELECT (SELECT count(*) FROM contract)::int AS contracts, (SELECT count(*) FROM enterprise)::int AS firms`,
      ),
    ).toEqual([{ contracts: 0, firms: 0 }]);
  });
});

describe('who may import what', () => {
  let product: Product;
  beforeAll(async () => void (product = await startProduct()));
  afterAll(() => product?.stop());
  const sent = async (username: string, kind: string) =>
    (await Client.signedIn(product, username)).raw(imports.create, formOf(kind, 'a.csv', Buffer.from('年度\n2022')));

  it('signed contracts only by whom a signature is trusted to; figures by officers too; nothing by secretaries', async () => {
    expect((await sent('manager', 'contract-ledger')).status).toBe(201);
    expect((await sent('officer', 'contract-ledger')).status).toBe(403);
    expect((await sent('officer', 'annual-actuals')).status).toBe(201);
    expect((await sent('secretary', 'annual-actuals')).status).toBe(403);
    expect((await sent('auditor', 'annual-actuals')).status).toBe(403);
  });

  it('an officer sees their own imports, not others’', async () => {
    const [manager, officer2] = await Promise.all(
      ['manager', 'officer2'].map((name) => Client.signedIn(product, name)),
    );
    const { data } = await manager!.call(imports.list);
    const [{ fileName }] = data as [(typeof data)[number]];
    const named = async (q: string) =>
      (await manager!.call(imports.list, undefined, { query: { filter: { q } } })).data.map((one) => one.fileName);
    expect(await named(` ${[...fileName].slice(0, 4).join('\u200B')}　${fileName.slice(4).toUpperCase()}`)).toContain(
      fileName,
    );
    expect(await named('%')).toEqual([]);
    expect(data.length).toBeGreaterThanOrEqual(2);
    const foreign = data.find(({ kind }) => kind === 'contract-ledger')!;
    expect(await officer2!.refused(imports.one, undefined, { params: { id: foreign.id } })).toMatchObject({
      status: 404,
    });
  });

  it('a template has every column, and is understood when it comes back filled', async () => {
    const manager = await Client.signedIn(product, 'manager');
    const response = await manager.raw(imports.template, undefined, { query: { kind: 'contract-ledger' } });
    const content = new Uint8Array(await response.arrayBuffer());
    expect(readSpreadsheet(content).sheets[0]!.rows[0]!.cells.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['项目名称*', '用地面积（亩）*', '总投资（亿元）', '固定资产投资（万元/亩）']),
    );
    expect(await uploaded(manager, 'contract-ledger', '模板.xlsx', content)).toMatchObject({
      status: 'checked',
      missing: [],
    });
  });

  it('what is no upload is refused in words', async () => {
    const manager = await Client.signedIn(product, 'manager');
    expect(await manager.refused(imports.create, { kind: 'contract-ledger' })).toMatchObject({
      status: 415,
      code: 'body.type',
    });
    expect(await manager.refused(imports.create, formOf('secrets', 'a.csv', ledgerFile(LEDGER)))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/kind', code: 'field.choice' }],
    });
    const empty = new FormData();
    empty.append('kind', 'contract-ledger');
    expect(await manager.refused(imports.create, empty)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/file', code: 'upload.missing' }],
    });
    expect(
      await manager.refused(imports.create, formOf('contract-ledger', `cod\u202efdp.xlsx`, ledgerFile(LEDGER))),
    ).toMatchObject({ status: 422, code: 'upload.name' });
  });
});
