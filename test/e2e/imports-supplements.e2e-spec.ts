import { portfolio } from '@crm/api-contract/commitments';
import { contracts } from '@crm/api-contract/contracts';
import { imports, type Import } from '@crm/api-contract/imports';
import { supplements } from '@crm/api-contract/supplements';
import { Client } from '../servers/client.js';
import { committed, uploaded } from '../servers/importing.js';
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
  const line = (name: string, kind: string, day: string, wan: number, number: string | null = null, code: string = codes[0]): Cell[] => [...contract(name, { 2: code, 5: day, 7: wan, 8: null, 9: null, 10: null, ...(kind === '对赌合同' ? { 10: 80 } : {}) }), kind, number];
  const ledger = (rows: Cell[][]): Promise<Import> => uploaded(manager, 'contract-ledger', '台账.xlsx', book([head, ...rows]));
  const sums = () => manager.call(portfolio.perMu, undefined, { query: {} });

  it('case 9: 8 亿 signed at two events, 2 亿 more and a framework of 20 亿, all of one ledger', async () => {
    const record = await ledger([
      line('增资项目', '增资协议', '2022-03-01', 20_000, 'HT-A-补1'), line('增资项目', '实质合同', '2021-03-01', 80_000, 'HT-A'), line('增资 项目', '对赌合同', '2021-05-01', 80_000, 'HT-B'), line('意向项目', '框架协议', '2021-06-01', 200_000),
    ]);
    expect([faults(record), counted(record)]).toEqual([[], [4, 0, 0]]);
    expect(await committed(manager, record.id)).toMatchObject({ status: 'committed' });
    expect(await sums()).toMatchObject({ substantiveContracts: 1, substantiveWan: '100000', frameworkContracts: 1, frameworkWan: '200000' });
    const [parent] = (await manager.call(contracts.list, undefined, { query: { filter: { q: 'HT-A', kind: 'substantive' } } })).data;
    expect(await manager.call(contracts.one, undefined, { params: { id: parent!.id } })).toMatchObject({ amountWan: '80000', amountInForceWan: '100000', supplements: [{ number: 'HT-A-补1', status: 'signed' }] });
    expect((await manager.call(supplements.list, undefined, { params: { id: parent!.id } })).data).toMatchObject([{ number: 'HT-A-补1', state: 'in-force', increaseWan: '20000', lines: [{ field: 'increase', before: null, after: '20000' }] }]);
    // Once more it is the same; taken back, nothing of it is left.
    expect((await ledger([line('增资项目', '增资协议', '2022-03-01', 20_000, 'HT-A-补1')])).counts).toMatchObject({ unchanged: 1, valid: 0 });
    await manager.call(imports.revert, undefined, { params: { id: record.id }, version: (await manager.call(imports.one, undefined, { params: { id: record.id } })).version });
    for (const end = Date.now() + 20_000; (await manager.call(imports.one, undefined, { params: { id: record.id } })).status !== 'reverted' && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await sums()).toMatchObject({ substantiveContracts: 0, substantiveWan: '0', frameworkContracts: 0 });
  });

  it('without its contract, before it, or where several could be meant, a row is refused at its cell', async () => {
    const record = await ledger([
      line('孤立项目', '补充协议', '2022-03-01', 1000), line('两份项目', '实质合同', '2021-03-01', 8000, 'HT-C', codes[1]), line('两份项目', '对赌合同', '2021-05-01', 8000, 'HT-D', codes[1]), line('两份项目', '增资协议', '2022-03-01', 2000, null, codes[1]),
      line('早签项目', '实质合同', '2021-03-01', 8000, 'HT-E', codes[2]), line('早签项目', '补充协议', '2021-02-28', 2000, null, codes[2]),
    ]);
    expect(faults(record)).toEqual(['2A supplement.no-contract', '5N supplement.which', '7F date.before-signing']);
    expect(record.errors.find(({ code }) => code === 'supplement.which')?.message).toMatch(/HT-C、HT-D.*HT-C-补1/);
    expect(counted(record)).toEqual([3, 3, 0]);
  });
});
