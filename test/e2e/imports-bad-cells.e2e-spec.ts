import { imports, type Import } from '@crm/api-contract/imports';
import { inline, packed, rowOf } from '../../libs/platform/src/spreadsheet/workbook.example.js';
import { Client } from '../servers/client.js';
import { formOf, settled, uploaded } from '../servers/importing.js';
import {
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

// Each bad cell is reported with its row and column; nothing is guessed and nothing is written.

describe('bad cells of a ledger', () => {
  let product: Product;
  let manager: Client;
  beforeAll(async () => {
    product = await startProduct();
    manager = await Client.signedIn(product, 'manager');
  });
  afterAll(() => product?.stop());
  const ledger = (content: Uint8Array | string, name = '台账.xlsx'): Promise<Import> =>
    uploaded(manager, 'contract-ledger', name, typeof content === 'string' ? Buffer.from(content) : content);
  /** Imports each value in its own row under one header and returns the outcomes. */
  const each = async (column: number, values: readonly Cell[], parts: object = {}) =>
    ledger(book([header, ...values.map((value, n) => contract(`行${n}`, { [column]: value }))], parts));

  it('amounts (B05): powers, words, signs, thousands in the wrong place, beyond twelve digits', async () => {
    const record = await each(7, [
      '1e400',
      '9007199254740993',
      '1,000,00',
      '-0',
      'NaN',
      'Infinity',
      '１２，３４',
      '壹佰万元',
      '5元/吨',
      '100000000000000000万元',
      { raw: '<c r="@"><v>1E+18</v></c>' },
    ]);
    expect(record.errors.filter(({ column }) => column !== 'H')).toEqual([]);
    expect(record.errors.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 unit.unknown',
      '3 decimal.range',
      '4 decimal.format',
      '5 decimal.range',
      '6 decimal.format',
      '7 decimal.format',
      '8 decimal.format',
      '9 decimal.format',
      '10 unit.unknown',
      '11 decimal.range',
      '12 decimal.range',
    ]);
  });

  it('areas (B06): below nought, nothing, seven places, beyond any zone, foreign units', async () => {
    expect(faults(await each(6, [-1, 0, '0.0000001', 1e12, '20英亩', '三十亩', '20亩左右']))).toEqual([
      '2G decimal.range',
      '3G area.zero',
      '4G decimal.format',
      '5G decimal.range',
      '6G unit.unknown',
      '7G decimal.format',
      '8G unit.unknown',
    ]);
  });

  it('money in another currency (B07) is no 万元', async () =>
    expect(faults(await each(7, ['1200万美元', 'USD 1200', '￥12000万元']))).toEqual([
      '2H unit.unknown',
      '3H unit.unknown',
      '4H unit.unknown',
    ]));

  it('days (B08): the leap day Excel invented, bare numbers, an instant of another zone, beyond 1990–2100', async () => {
    const serial = (value: number) => ({ raw: `<c r="@" s="1"><v>${value}</v></c>` });
    expect(
      faults(
        await each(
          5,
          [serial(60), serial(99_999), 12, 2021, '1989-12-31', '2101-01-01', '2026-03-04T16:30Z', '明年三月'],
          dated,
        ),
      ),
    ).toEqual([
      '2F date.range',
      '3F date.range',
      '4F date.format',
      '5F date.format',
      '6F date.range',
      '7F date.range',
      '8F date.format',
      '9F date.format',
    ]);
  });

  it('milestones (B09) run forward', async () => {
    const rows: Cell[][] = [
      [...header, '开工', '竣工', '投产'],
      [...contract('倒着的节点'), '2021.9.1', '2021.6.1', '2021.5.1'],
      [...contract('顺着的节点', { 2: codes[1] }), '2021.5.1', '2021.6.1', '2021.9.1'],
    ];
    expect(faults(await ledger(book(rows)))).toEqual(['2N milestone.order', '2O milestone.order']);
  });

  it('credit codes (B10): letters that do not exist, one too few or many, an old licence number; marks are put right and told', async () => {
    expect(
      faults(
        await each(2, [
          '91460100IA56UBF00K',
          '91460100MA56UBF0',
          '91460100MA56UBF00K1',
          '460100000012345',
          '无',
          '91460100-MA56UBF00-K',
        ]),
      ),
    ).toEqual(['2C uscc.check', '3C uscc.check', '4C uscc.check', '5C uscc.check', '6C uscc.check']);
  });

  it('names (B11, B12): what turns, hides or stacks letters is refused or told; rare characters and formulas stay what they are', async () => {
    const record = await each(0, [
      '零\u200b宽',
      '\u202e翻转',
      `叠${'\u0301'.repeat(500)}`,
      '㛃𡋀䶮科技',
      "=cmd|'/c calc'!A1",
      '<script>alert(1)</script>',
      '名'.repeat(500),
    ]);
    expect(
      record.errors
        .map(({ row, column, code }) => `${row}${column} ${code}`)
        .filter((one) => !one.includes('row.duplicate')),
    ).toEqual(['3A text.bidi', '4A text.length', '8A text.length']);
    const { rows } = await manager.call(imports.rows, undefined, {
      params: { id: record.id },
      query: { from: 5, to: 7 },
    });
    expect(rows.map(({ cells }) => cells[0]!.text)).toEqual([
      '㛃𡋀䶮科技',
      "=cmd|'/c calc'!A1",
      '<script>alert(1)</script>',
    ]);
  });

  it('percent cells, texts after an apostrophe, long numbers shown short, error values, a formula of now (B18)', async () => {
    const wide = [...header, '研发投入占比', '合同编号'];
    const row = (name: string, n: 0 | 1 | 2, change: Record<number, Cell>, rd: Cell, number: Cell): Cell[] => [
      ...contract(name, { 2: codes[n], ...change }),
      rd,
      number,
    ];
    const record = await ledger(
      book(
        [
          wide,
          row('百分比', 0, {}, { raw: '<c r="@" s="2"><v>0.038</v></c>' }, "'007"),
          row('一百零一', 1, {}, '101%', '008'),
          row('文本的数', 2, { 6: '20', 7: '12000' }, 3.8, { raw: '<c r="@" t="str"><v>009</v></c>' }),
          row('错误值', 0, { 7: { raw: '<c r="@" t="e"><v>#N/A</v></c>' } }, null, null),
          row('此刻', 1, { 5: { raw: '<c r="@" s="1"><f>TODAY()</f></c>' } }, null, null),
          row('真假', 2, { 7: { raw: '<c r="@" t="b"><v>1</v></c>' } }, null, null),
        ],
        dated,
      ),
    );
    expect(faults(record)).toEqual(['3M decimal.range', '5H cell.error', '6F cell.uncalculated', '7H decimal.format']);
    expect(counted(record)).toEqual([2, 4, 0]);
  });

  it('a blank where a value must be is told; three right rows beside one wrong are ready', async () => {
    const record = await ledger(
      book([
        header,
        contract('缺企业', { 1: null }),
        contract('对一'),
        contract('对二', { 2: codes[1] }),
        contract('对三', { 2: codes[2] }),
      ]),
    );
    expect([faults(record), counted(record)]).toEqual([['2B field.required'], [3, 1, 0]]);
  });

  it('a hidden column counts like any other, and is told; a filtered row too', async () => {
    const sheet = sheetOf([header, contract('隐藏列'), contract('筛掉的行', { 2: codes[1] })]).replace(
      '<row r="3"',
      '<row r="3" hidden="1"',
    );
    const record = await ledger(
      packed({
        sheets: {
          台账: `<cols><col min="8" max="9" hidden="1"/><col min="20" max="21" hidden="1"/></cols>${sheet}<autoFilter ref="A1:L3"/>`,
        },
      }),
    );
    expect([faults(record), counted(record), noticed(record)]).toEqual([
      [],
      [2, 0, 0],
      { 'row.hidden': 1, 'column.hidden': 2 },
    ]);
    expect(record.mapping.filter(({ hidden }) => hidden).map(({ column }) => column)).toEqual(['H', 'I']);
  });

  it('the wrong sheet is changed for the right one', async () => {
    const record = await ledger(
      packed({
        sheets: {
          汇总: sheetOf([header, contract('汇总里的')]),
          台账: sheetOf([header, contract('台账里的一'), contract('台账里的二', { 2: codes[1] })]),
        },
      }),
    );
    expect([record.sheet, counted(record)]).toEqual(['汇总', [1, 0, 0]]);
    expect(
      await manager.refused(
        imports.change,
        { sheet: '没有这张' },
        { params: { id: record.id }, version: record.version },
      ),
    ).toMatchObject({ status: 422, errors: [{ pointer: '/sheet', code: 'sheet.unknown' }] });
    await manager.call(imports.change, { sheet: '台账' }, { params: { id: record.id }, version: record.version });
    expect(counted(await settled(manager, record.id))).toEqual([2, 0, 0]);
  });

  it.each<[string, Uint8Array | string, string]>([
    ['.et under .xlsx', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'sheet.old-format'],
    [
      '.ods under .xlsx',
      packed({
        sheets: {},
        more: {
          mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
          'content.xml': Buffer.from('<x/>'),
        },
      }).map((byte, at, all) => (at > 0 && all[at - 1] === 0x78 && byte === 0x6c ? 0x6d : byte)),
      'sheet.format',
    ],
    ['a web page under .xls', '<html><table><tr><td>项目名称</td></tr></table></html>', 'sheet.format'],
    [
      'under a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'sheet.encrypted',
    ],
    ['cut in the middle', book([header, contract('截断')]).slice(0, 300), 'sheet.damaged'],
    ['no byte', new Uint8Array(0), 'sheet.empty'],
  ])('%s is refused by what it is, not by its name', async (_, content, code) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const response = await manager.raw(imports.create, formOf('contract-ledger', '台账.xlsx', bytes));
    const answer = (await response.json()) as { id: string; code?: string };
    expect(response.ok ? (await settled(manager, answer.id)).failure?.code : answer.code).toBe(code);
  });

  it('a hundred thousand styles and as many shared texts (B19), pictures and comments beside: the sheet is read all the same', async () => {
    const styles = `<cellXfs>${'<xf numFmtId="0"/>'.repeat(100_000)}</cellXfs>`;
    const strings = Array.from({ length: 100_000 }, (_, n) => `<si><t>${n}</t></si>`).join('');
    const record = await ledger(
      packed({
        sheets: { 台账: sheetOf([header, contract('样式很多')]) },
        styles,
        strings,
        more: {
          'xl/media/image1.png': new Uint8Array([1, 2, 3]),
          'xl/comments1.xml': Buffer.from('<comments/>'),
          'xl/drawings/drawing1.xml': Buffer.from('<x/>'),
        },
      }),
    );
    expect([record.status, counted(record)]).toEqual(['checked', [1, 0, 0]]);
  });

  it('a text in pieces and a line break in a header are one header', async () => {
    const cells = header.map((text, column) =>
      inline(`${String.fromCharCode(65 + column)}1`, text.replace('（', '\n（')),
    );
    const record = await ledger(
      packed({
        sheets: { 台账: sheetOf([[], contract('折行表头')]).replace('<row r="1"></row>', rowOf(1, ...cells)) },
      }),
    );
    expect([record.missing, faults(record), counted(record)]).toEqual([[], [], [1, 0, 0]]);
  });

  it('and of all this nothing was written', async () =>
    expect(
      await product.database.query(
        `SELECT (SELECT count(*)::int FROM contract) AS contracts, (SELECT count(*)::int FROM enterprise) AS firms`,
      ),
    ).toEqual([{ contracts: 0, firms: 0 }]));
});
