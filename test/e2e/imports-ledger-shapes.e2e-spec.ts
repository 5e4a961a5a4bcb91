import { imports, type Import } from '@crm/api-contract/imports';
import { packed } from '../../libs/platform/src/spreadsheet/workbook.example.js';
import { Client } from '../servers/client.js';
import { committed, uploaded } from '../servers/importing.js';
import {
  asked,
  book,
  codes,
  contract,
  counted,
  dated,
  faults,
  header,
  noticed,
  sheetOf,
  type Cell,
} from '../servers/ledger-sheets.js';
import { startProduct, type Product } from '../servers/product.js';

// Ledgers in the shapes that offices use, each through the whole import. Nothing is guessed, and nothing is written
// before the person confirms.

describe('ledgers as offices keep them', () => {
  let product: Product;
  let manager: Client;
  beforeAll(async () => {
    product = await startProduct();
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());
  const ledger = (content: Uint8Array | string, name = '台账.xlsx'): Promise<Import> =>
    uploaded(manager, 'contract-ledger', name, typeof content === 'string' ? Buffer.from(content) : content);
  const entered = async ({ id }: Import) => {
    expect(await committed(manager, id)).toMatchObject({ status: 'committed' });
    return product.database.query<Record<string, string>>(
      `SELECT c.signed_on::text AS signed, trim_scale(c.area_mu)::text AS mu, trim_scale(c.amount_wan)::text AS wan
       FROM contract c
       WHERE import_id = $1
       ORDER BY c.number`,
      [id],
    );
  };

  it('headers in other words, whatever their order; a column nobody knows is left out', async () => {
    const words = [
      '序号',
      '合同签订日期',
      '企业名称(乙方)',
      '供地面积(㎡)',
      '计划投资额(万元)',
      '项目',
      '社会信用代码',
      '所属产业',
      '所在园区',
      '固投（万元/亩）',
      '年产值（万元/亩）',
      '年纳税（万元/亩）',
      '达产年份',
    ];
    const record = await ledger(
      book([
        words,
        [
          1,
          '2021.3.11',
          '海南甲有限公司',
          18_731,
          16_857.9,
          '换了说法',
          codes[1],
          '先进制造',
          '美安',
          600,
          900,
          80,
          '2025年',
        ],
      ]),
    );
    expect([
      faults(record),
      counted(record),
      record.mapping.filter(({ field }) => field === null).map(({ column }) => column),
    ]).toEqual([[], [1, 0, 0], ['A']]);
    expect(await entered(record)).toEqual([{ signed: '2021-03-11', mu: '28.0965', wan: '16857.9' }]);
  });

  it('units in the cells: nothing is asked, each cell is read in its own', async () => {
    const bare = header.map((text) => text.replace(/（.*）/, ''));
    const cells = (name: string, area: string, wan: string, code: string) =>
      contract(name, { 2: code, 6: area, 7: wan, 8: '600万元/亩', 9: '18000万元', 10: '800,000元/亩' });
    const record = await ledger(
      book([
        bare,
        cells('单元格里的单位一', '20亩', '12,000万元', codes[0]),
        cells('单元格里的单位二', '2公顷', '1.8亿元', codes[1]),
        cells('单元格里的单位三', '18,731㎡', '168579000元', codes[2]),
      ]),
    );
    expect([faults(record), asked(record), counted(record)]).toEqual([[], [], [3, 0, 0]]);
    expect((await entered(record)).map(({ mu, wan }) => [mu, wan])).toEqual([
      ['20', '12000'],
      ['30', '18000'],
      ['28.0965', '16857.9'],
    ]);
  });

  it('days in six shapes, and the system of 1904; what could be another day is refused', async () => {
    const serial = { raw: '<c r="@" s="1"><v>44266</v></c>' };
    const shapes: Cell[] = [
      '2021.3.11',
      '2021/3/11',
      '2021-03-11',
      '2021年3月11日',
      serial,
      '二〇二一年三月十一日',
      '２０２１．３．１１',
      '2021-03-11 00:00:00',
    ];
    const record = await ledger(book([header, ...shapes.map((day, n) => contract(`日期${n}`, { 5: day }))], dated));
    expect([faults(record), new Set((await entered(record)).map(({ signed }) => signed))]).toEqual([
      [],
      new Set(['2021-03-11']),
    ]);
    const wrong = await ledger(
      book([
        header,
        ...['26/3/4', '3/11/2021', '2021年2月30日', '2021-13-01', '9999-12-31', '三月', '0000-00-00'].map((day, n) =>
          contract(`坏日期${n}`, { 5: day }),
        ),
      ]),
    );
    expect(faults(wrong)).toEqual([
      '2F date.ambiguous',
      '3F date.ambiguous',
      '4F date.impossible',
      '5F date.impossible',
      '6F date.range',
      '7F date.format',
      '8F date.impossible',
    ]);
    const mac = await ledger(
      book([header, contract('一九〇四', { 5: { raw: '<c r="@" s="1"><v>42804</v></c>' } })], {
        ...dated,
        workbookPr: '<workbookPr date1904="1"/>',
      }),
    );
    expect((await entered(mac))[0]).toMatchObject({ signed: '2021-03-11' });
  });

  it('full-width digits are read and told; words, signs and powers of ten are no amount', async () => {
    const record = await ledger(book([header, contract('全角', { 6: '２０', 7: '１２，０００' })]));
    expect([faults(record), noticed(record)['digits.full-width']]).toEqual([[], 2]);
    const wrong = await ledger(
      book([
        header,
        ...['壹佰万', '1e5', '+5', '-5', '1,00', '0x10', '12345678901234', '0.1234567', '约600'].map((text, n) =>
          contract(`坏数${n}`, { 7: text }),
        ),
      ]),
    );
    expect(wrong.errors.every(({ column, code }) => column === 'H' && /^(decimal|unit|money)\./.test(code))).toBe(true);
    expect(wrong.errors.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('CSV as Excel in China saves it (GB 18030), with a mark, with tabs, with semicolons', async () => {
    const line = (name: string, separator: string) =>
      [header, contract(name).map(String)].map((cells) => cells.join(separator)).join('\r\n');
    // GB 18030 bytes of "项目名称,投资企业" and other texts, by inverting the table of the browser's decoder.
    const gb = (text: string): Buffer => {
      const table = new Map<string, number[]>();
      for (let high = 0x81; high <= 0xfe; high += 1)
        for (let low = 0x40; low <= 0xfe; low += 1)
          if (low !== 0x7f) table.set(new TextDecoder('gb18030').decode(new Uint8Array([high, low])), [high, low]);
      return Buffer.from(
        [...text].flatMap((sign) => (sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (table.get(sign) ?? [0x3f]))),
      );
    };
    for (const content of [
      gb(line('国标编码', ',')),
      Buffer.from(`\uFEFF${line('带标记', ',')}`),
      Buffer.from(line('制表符', '\t')),
      Buffer.from(line('分号', ';')),
    ])
      expect(counted(await ledger(content, '台账.csv'))).toEqual([1, 0, 0]);
  });

  it('subtotals, totals, notes, gaps and a header printed again are passed over wherever they stand', async () => {
    const sums = (word: string): Cell[] => [word, null, null, null, null, null, 20, 12_000];
    const record = await ledger(
      book([
        ['某某高新区签约项目台账'],
        ['制表日期：2021年12月31日'],
        header,
        sums('美安小计'),
        contract('小计之间一', { 2: codes[0] }),
        sums('小 计'),
        header,
        contract('小计之间二', { 2: codes[1] }),
        [],
        sums('合计'),
        ['备注：面积以实测为准'],
      ]),
    );
    expect([faults(record), record.headerRows, record.counts?.skippedBy]).toEqual([
      [],
      { first: 3, last: 3 },
      { heading: 0, subtotal: 2, total: 1, empty: 1, note: 1, header: 1, person: 0 },
    ]);
    expect(counted(record)).toEqual([2, 0, 6]);
  });

  it('hidden rows count and are told; a hidden sheet is not the one that is read', async () => {
    const hidden = sheetOf([header, contract('隐藏的一行')]).replace('<row r="2"', '<row r="2" hidden="1"');
    expect(noticed(await ledger(packed({ sheets: { 台账: hidden } })))).toMatchObject({ 'row.hidden': 1 });
    const record = await ledger(
      packed({
        sheets: {
          旧: sheetOf([header, contract('旧表')]),
          说明: sheetOf([['本表由招商局填报']]),
          新: sheetOf([header, contract('新表')]),
        },
        states: { 旧: 'hidden' },
      }),
    );
    expect([record.sheet, record.sheets.map(({ name, visible }) => [name, visible])]).toEqual([
      '新',
      [
        ['旧', false],
        ['说明', true],
        ['新', true],
      ],
    ]);
  });

  it('of a formula the remembered result counts, and is told; without one, or with an error, it is a fault', async () => {
    const formula = (value: string, type = '') => ({ raw: `<c r="@"${type}><f>SUM(A1:A9)</f>${value}</c>` });
    const record = await ledger(
      book([
        header,
        contract('公式有值', { 7: formula('<v>12000</v>') }),
        contract('公式没算', { 7: formula('') }),
        contract('公式坏了', { 7: formula('<v>#REF!</v>', ' t="e"') }),
        contract('外部链接', { 7: { raw: '<c r="@"><f>[1]Sheet1!A1</f><v>12000</v></c>' } }),
      ]),
    );
    expect([faults(record), noticed(record)['formula.cached']]).toEqual([['3H cell.uncalculated', '4H cell.error'], 2]);
  });

  it('a credit code that became a number, or lost a character, is refused and never guessed', async () => {
    const written: Cell[] = [
      914_601_000_000_000_000,
      '9.146E+17',
      '460100123456789',
      '91460100MA56UBF00',
      '91460100MA56UBF00A',
      '91460100MA56UBFO0K',
      '91460100ma56ubf00k',
      ' 91460100 MA56 UBF00K',
    ];
    const record = await ledger(book([header, ...written.map((code, n) => contract(`代码${n}`, { 2: code }))]));
    expect(faults(record)).toEqual([
      '2C uscc.number',
      '3C uscc.number',
      '4C uscc.check',
      '5C uscc.check',
      '6C uscc.check',
      '7C uscc.check',
    ]);
    expect(noticed(record)['uscc.lower-case']).toBe(1);
  });

  it('merged words count for each row they span and are told; a merged amount counts once', async () => {
    const merges = '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="G2:G3"/></mergeCells>';
    const record = await ledger(
      book([header, contract('合并一'), contract('合并二', { 1: null, 6: null })], {}, merges),
    );
    expect([faults(record), noticed(record)['merged.filled']]).toEqual([['3G field.required'], 1]);
  });

  it('two header rows, joined or grouped', async () => {
    const first: Cell[] = [...header.slice(0, 8), '对赌指标（万元/亩）', null, null, '达产年'];
    const second: Cell[] = [...header.slice(0, 8).map(() => null), '固定资产投资', '产值（营收）', '税收', null];
    const merges = `<mergeCells>${['A1:A2', 'I1:K1', 'L1:L2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const record = await ledger(book([first, second, contract('两级表头')], {}, merges));
    expect([record.headerRows, faults(record), record.mapping.find(({ column }) => column === 'J')]).toMatchObject([
      { first: 1, last: 2 },
      [],
      { field: 'promisedOutput', unit: 'wan-per-mu' },
    ]);
  });

  it('a header twice: the first counts, the second is left to the person; a missing one is asked for', async () => {
    const twice = await ledger(
      book([
        [...header, '产业'],
        [...contract('重复表头'), '医疗器械'],
      ]),
    );
    expect([faults(twice), twice.mapping.at(-1)]).toMatchObject([[], { field: null, confidence: 'none' }]);
    const missing = await ledger(
      book([header.filter((_, at) => at !== 6), contract('缺一列').filter((_, at) => at !== 6)]),
    );
    expect(missing).toMatchObject({ status: 'needs-mapping', missing: ['area'] });
    expect(await manager.refused(imports.commit, undefined, { params: { id: missing.id } })).toMatchObject({
      code: 'import.state',
    });
    expect(await ledger(book([['这里没有台账'], ['只有两行字']]))).toMatchObject({
      status: 'needs-mapping',
      headerRows: null,
    });
  });

  it.each<[string, Cell, number, string]>([
    ['10⁴: 元/亩 under 万元/亩', 6_000_000, 8, 'promises yuan-per-mu'],
    ['亩-fold: totals under 万元/亩', 12_000, 8, 'promises wan-total'],
    ['10⁴: 元 under 万元', 120_000_000, 7, 'investment yuan'],
    ['10⁴: 亿元 under 万元', 1.2, 7, 'investment yi'],
    ['666.67: ㎡ under 亩', 13_333.33, 6, 'area sqm'],
  ])('%s is asked about, and stops the commit until it is answered', async (_, value, column, question) => {
    const record = await ledger(book([header, contract(`因数${column}${String(value)}`, { [column]: value })]));
    // If two columns disagree by a factor of ten thousand, either may be wrong, so both are asked about.
    expect(asked(record)).toContain(question);
    expect(await manager.refused(imports.commit, undefined, { params: { id: record.id } })).toMatchObject({
      status: 409,
      code: 'import.unit-open',
    });
  });

  it('names are kept as typed but for stray spaces; what turns the text round is refused', async () => {
    const record = await ledger(
      book([
        header,
        contract('𠮷野家（一期）', { 1: '海南 𠮷 有限公司', 2: codes[3] }),
        contract('表情🏭', { 2: codes[4], 1: '海南乙（集团）有限公司　' }),
        contract('a\u202Eb', { 2: codes[2] }),
      ]),
    );
    expect([faults(record), noticed(record)['text.spaces']]).toEqual([['4A text.bidi'], 2]);
  });

  it('a million empty rows at the end do no harm', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 3}" s="1"/>`).join('');
    const record = await ledger(
      packed({
        sheets: { 台账: sheetOf([header, contract('一百万空行')]).replace('</sheetData>', `${empty}</sheetData>`) },
      }),
    );
    expect([record.status, counted(record)]).toEqual(['checked', [1, 0, 0]]);
  });
});
