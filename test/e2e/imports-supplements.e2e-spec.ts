import { portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { imports, type Import } from '@crm/api-contract/imports';
import { supplements } from '@crm/api-contract/supplements';
import { readSpreadsheet } from '@crm/platform/spreadsheet';
import { Client } from '../servers/client.js';
import { committed, settled, uploaded } from '../servers/importing.js';
import { book, codes, contract, counted, faults, header, type Cell } from '../servers/ledger-sheets.js';
import { startProduct, type Product } from '../servers/product.js';

describe('supplements and increases of a ledger', () => {
  let product: Product;
  let manager: Client;
  beforeAll(async () => {
    product = await startProduct();
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());

  const head = [...header, '合同类型', '合同编号'];
  /** By default a supplement row has no land, no promises and no years. */
  const line = (
    name: string,
    kind: string,
    day: string,
    wan: number | null,
    number: string | null = null,
    code: string = codes[0],
    more: Readonly<Record<number, Cell>> = {},
  ): Cell[] => {
    const silent: Readonly<Record<number, Cell>> = /补充|增资/u.test(kind) ? { 6: null, 11: null } : {};
    return Object.assign(
      [
        ...contract(name, {
          2: code,
          5: day,
          7: wan,
          8: null,
          9: null,
          10: kind === '对赌合同' ? 80 : null,
          ...silent,
        }),
        kind,
        number,
      ],
      more,
    );
  };
  const ledger = (rows: Cell[][]): Promise<Import> =>
    uploaded(manager, 'contract-ledger', '台账.xlsx', book([head, ...rows]));
  const one = (id: string) => manager.call(imports.one, undefined, { params: { id } });
  const answer = async (record: Import, row: number, column: string | null, value: string | null): Promise<Import> => {
    await manager.call(
      imports.change,
      { fixes: [{ row, column, value }] },
      { params: { id: record.id }, version: record.version },
    );
    return settled(manager, record.id);
  };
  const reverted = async (id: string): Promise<Import> => {
    await manager.call(imports.revert, undefined, { params: { id }, version: (await one(id)).version });
    return settled(manager, id);
  };
  const sums = () => manager.call(portfolio.perMu, undefined, { query: {} });
  const parentOf = async (number: string) => {
    const { data } = await manager.call(contracts.list, undefined, { query: { filter: { q: number } } });
    return manager.call(contracts.one, undefined, { params: { id: data.find((row) => row.number === number)!.id } });
  };
  const linesOf = async (number: string) =>
    (await manager.call(supplements.list, undefined, { params: { id: (await parentOf(number)).id } })).data.map(
      (row) => [
        row.number,
        row.increaseWan,
        row.lines.map(({ field, before, after }) => `${field} ${before}→${after}`).join(' '),
      ],
    );

  it('case 9: 8 亿 signed at two events, 2 亿 more and a framework of 20 亿, all of one ledger', async () => {
    const rows = [
      line('增资项目', '增资协议', '2022-03-01', 20_000, 'HT-A-补1'),
      line('增资项目', '实质合同', '2021-03-01', 80_000, 'HT-A'),
      line('增资 项目', '对赌合同', '2021-05-01', 80_000, 'HT-B'),
      line('意向项目', '框架协议', '2021-06-01', 200_000),
    ];
    const record = await ledger(rows);
    expect([faults(record), counted(record)]).toEqual([[], [4, 0, 0]]);
    expect(await committed(manager, record.id)).toMatchObject({ status: 'committed' });
    expect(await sums()).toMatchObject({
      substantiveContracts: 1,
      substantiveWan: '100000',
      frameworkContracts: 1,
      frameworkWan: '200000',
    });
    expect(await parentOf('HT-A')).toMatchObject({
      amountWan: '80000',
      amountInForceWan: '100000',
      supplements: [{ number: 'HT-A-补1', status: 'signed' }],
    });
    expect(await linesOf('HT-A')).toEqual([['HT-A-补1', '20000', 'investedWan 80000→100000']]);
    // Importing it again changes nothing; a revert leaves nothing of it.
    expect((await ledger(rows)).counts).toMatchObject({ unchanged: 4, valid: 0, differs: 0 });
    expect(await reverted(record.id)).toMatchObject({ status: 'reverted', failure: null });
    expect(await sums()).toMatchObject({ substantiveContracts: 0, substantiveWan: '0', frameworkContracts: 0 });
  });

  it('several supplements of a project are told apart by number, or by day and amount; the same row twice is a duplicate', async () => {
    const rows = [
      line('多次增资', '实质合同', '2021-03-01', 8000, 'HT-M'),
      line('多次增资', '增资协议', '2022-03-01', 2000),
      line('多次增资', '增资协议', '2023-03-01', 2000),
      line('多次增资', '增资协议', '2023-03-01', 500),
      line('多次增资', '补充协议', '2023-03-01', 500, 'HT-M-补1'),
      line('多次增资', '增资协议', '2023-03-01', 500),
    ];
    const record = await ledger(rows);
    expect([faults(record), counted(record)]).toEqual([['7C row.duplicate'], [5, 1, 0]]);
    await committed(manager, record.id);
    expect((await linesOf('HT-M')).map(([number, wan]) => `${number} ${wan}`).sort()).toEqual([
      'HT-M-补1 500',
      'HT-M-补2 2000',
      'HT-M-补3 2000',
      'HT-M-补4 500',
    ]);
    expect(await parentOf('HT-M')).toMatchObject({ amountWan: '8000', amountInForceWan: '13000' });
    const again = await ledger(rows.slice(0, 5));
    expect(again.counts).toMatchObject({ unchanged: 5, valid: 0, invalid: 0, differs: 0 });
    const other = await ledger([line('多次增资', '补充协议', '2023-03-01', 600, 'HT-M-补1')]);
    expect(faults(other)).toEqual(['2 row.differs']);
  });

  it('without its contract, or before it, a row is refused at its cell; where several could be meant it asks, and takes the answer', async () => {
    const rows = [
      line('孤立项目', '补充协议', '2022-03-01', 1000),
      line('两份项目', '实质合同', '2021-03-01', 8000, 'HT-C', codes[1]),
      line('两份项目', '对赌合同', '2021-05-01', 8000, null, codes[1]),
      line('两份项目', '增资协议', '2022-03-01', 2000, null, codes[1]),
      line('早签项目', '实质合同', '2021-03-01', 8000, 'HT-E', codes[2]),
      line('早签项目', '补充协议', '2021-02-28', 2000, null, codes[2]),
    ];
    const record = await ledger(rows);
    expect([faults(record), counted(record)]).toEqual([
      ['2A supplement.no-contract', '5 supplement.which', '7F date.before-signing'],
      [3, 3, 0],
    ]);
    const which = record.errors.find(({ code }) => code === 'supplement.which')!;
    expect(which.message).toMatch(/HT-C.*2021-03-01.*#4.*2021-05-01/u);
    expect(which.params.choices).toEqual([
      { value: 'HT-C', says: 'contract', number: 'HT-C', row: 3, signedOn: '2021-03-01', projectName: '两份项目' },
      { value: '#4', says: 'contract', number: null, row: 4, signedOn: '2021-05-01', projectName: '两份项目' },
    ]);

    // The error workbook says the same and has a column for the answer.
    const sheet = await readSpreadsheet(
      new Uint8Array(
        await (await manager.raw(imports.errorWorkbook, undefined, { params: { id: record.id } })).arrayBuffer(),
      ),
    );
    const text = sheet.sheets[0]!.rows.map(({ cells }) => cells.map((cell) => cell.text).join('|')).join('\n');
    expect(text).toMatch(/所属合同编号\|原行号\|原因/u);
    expect(text).toMatch(/可填 HT-C：2021-03-01 签约，两份项目/u);

    // An answer that names no candidate asks again. A valid answer is kept, checked and imported. Without it the row
    // asks again.
    expect(faults(await answer(record, 5, null, 'HT-X'))).toContain('5 supplement.which');
    const chosen = await answer(await one(record.id), 5, null, '#4');
    expect([faults(chosen), counted(chosen), chosen.chosen]).toEqual([
      ['2A supplement.no-contract', '7F date.before-signing'],
      [4, 2, 0],
      [{ row: 5, value: '#4' }],
    ]);
    expect(faults(await answer(chosen, 5, null, null))).toContain('5 supplement.which');
    await answer(await one(record.id), 5, null, '#4');
    expect(await committed(manager, record.id)).toMatchObject({ status: 'committed', counts: { valid: 4 } });
    expect((await parentOf('HT-C')).supplements).toEqual([]);
    expect((await ledger(rows)).counts).toMatchObject({ unchanged: 4, valid: 0, invalid: 2 });
  });

  it('a renewal and the contract before it are two to choose from, unless only one was signed by that day', async () => {
    await committed(manager, (await ledger([line('续签项目', '对赌合同', '2021-03-01', 8000, 'HT-R', codes[2])])).id);
    const renewed = await manager.call(supplements.renew, {}, { params: { id: (await parentOf('HT-R')).id } });
    await product.database.query(
      `SELECT set_config('app.actor', 'system:spec', false); UPDATE contract SET status = 'signed', signed_on = '2024-03-01', number = 'HT-R2', version = version + 1 WHERE id = '${renewed.id}'`,
    );
    const record = await ledger([
      line('续签项目', '增资协议', '2025-01-01', 100, null, codes[2]),
      line('续签项目', '增资协议', '2022-01-01', 200, null, codes[2]),
    ]);
    expect([faults(record), counted(record)]).toEqual([['2 supplement.which'], [1, 1, 0]]);
    expect(counted(await answer(record, 2, null, 'HT-R2'))).toEqual([2, 0, 0]);
    await committed(manager, record.id);
    expect([(await parentOf('HT-R')).amountInForceWan, (await parentOf('HT-R2')).increasedWan]).toEqual([
      '8200',
      '100',
    ]);
  });

  it('land and promises of a supplement amend the contract, in order, with before and after; a revert brings back what was', async () => {
    const signed = await ledger([
      line('变更项目', '对赌合同', '2021-03-01', 12_000, 'HT-V', codes[1], { 8: 600, 9: 900 }),
    ]);
    await committed(manager, signed.id);
    const before = await parentOf('HT-V');
    const rows = [
      line('变更项目', '补充协议', '2023-03-01', null, null, codes[1], { 8: 650, 11: 2026 }),
      line('变更项目', '增资协议', '2022-03-01', 3000, null, codes[1], { 6: 5, 10: 80 }),
    ];
    const record = await ledger(rows);
    expect([faults(record), counted(record)]).toEqual([[], [2, 0, 0]]);
    expect(await committed(manager, record.id)).toMatchObject({ status: 'committed', failure: null });
    const after = await parentOf('HT-V');
    expect(after).toMatchObject({
      areaMu: '25',
      amountWan: '12000',
      amountInForceWan: '15000',
      fullProductionYear: 2026,
    });
    expect(after.commitments.map(({ indicator, perMuWan, totalWan }) => [indicator, perMuWan, totalWan])).toEqual([
      ['investment', '650', '16250'],
      ['output', '900', '22500'],
      ['tax', '80', '2000'],
    ]);
    const told = await linesOf('HT-V');
    expect(told.find(([number]) => number === 'HT-V-补1')![2]).toMatch(
      /investedWan 12000→15000 areaMu 20→25 .*promise\.investment\.totalWan 12000→15000/u,
    );
    expect(told.find(([number]) => number === 'HT-V-补2')![2]).toMatch(
      /fullProductionYear 2025→2026 promise\.investment\.perMuWan 600→650 promise\.investment\.totalWan 15000→16250/u,
    );
    expect((await ledger(rows)).counts).toMatchObject({ unchanged: 2, valid: 0, differs: 0, invalid: 0 });
    expect(await reverted(record.id)).toMatchObject({ status: 'reverted', failure: null });
    // It was assessed again, so the rows are new; their content is the same.
    const said = ({ version: _version, updatedAt: _at, ...rest }: typeof before) =>
      JSON.stringify(rest).replace(/"assessmentId":"[^"]*"/gu, '');
    expect(said(await parentOf('HT-V'))).toBe(said(before));
  });

  it('a number that could be the whole or the addition is asked about; what a supplement cannot change is refused, never dropped', async () => {
    await committed(
      manager,
      (await ledger([line('询问项目', '对赌合同', '2021-03-01', 12_000, 'HT-Q', codes[1], { 8: '12000万元' })])).id,
    );
    const paper = (more: Readonly<Record<number, Cell>>, day: string) =>
      line('询问项目', '补充协议', day, 100, null, codes[1], more);
    const record = await ledger([
      paper({ 6: 20 }, '2022-01-01'),
      paper({ 6: 30 }, '2022-01-02'),
      paper({ 8: '2000万元' }, '2022-01-03'),
      paper({ 4: '药谷' }, '2022-01-04'),
      paper({ 9: 900 }, '2022-01-05'),
      paper({ 6: '=15' }, '2022-01-06'),
      line('询问项目', '补充协议', '2022-01-07', null, null, codes[1]),
    ]);
    expect(faults(record)).toEqual([
      '2G supplement.land-which',
      '3G supplement.land-which',
      '4I supplement.promise-which',
      '5E supplement.stays',
      '6J supplement.no-promise',
      '7G supplement.land-less',
      '8H supplement.nothing',
    ]);
    expect(
      record.errors.map(({ params }) =>
        (params.choices as { value: string; after: string }[] | undefined)?.map(
          ({ value, after }) => `${value} ${after}`,
        ),
      ),
    ).toEqual([
      ['无 20', '+20亩 40'],
      ['=30亩 30', '+30亩 50'],
      ['=2000万元 2000', '+2000万元 14000'],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    let now = await answer(record, 2, 'G', '无');
    now = await answer(now, 3, 'G', '=30亩');
    now = await answer(now, 4, 'I', '+2000万元');
    expect(counted(now)).toEqual([3, 4, 0]);
    await committed(manager, record.id);
    expect(await parentOf('HT-Q')).toMatchObject({
      areaMu: '30',
      amountInForceWan: '12300',
      commitments: [
        { indicator: 'investment', totalWan: '14000' },
        { indicator: 'tax', perMuWan: '80' },
      ],
    });
  });
});
