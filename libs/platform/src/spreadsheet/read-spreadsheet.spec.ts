import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glance, readSpreadsheet } from './read-spreadsheet.js';
import { numberFormat, shownBy } from './number-format.js';
import { shownAs } from './styles.js';
import { columnLetter, placeOf } from './workbook.js';
import { inline, packed, rowOf } from './workbook.example.js';

const ledgers = join(__dirname, '../../../../test/fixtures/ledger');
const cellsOf = (sheetData: string, parts: Parameters<typeof packed>[0] = {}) =>
  readSpreadsheet(
    packed({ ...parts, sheets: { 表一: `<sheetData>${sheetData}</sheetData>` } }),
  ).sheets[0]!.rows.flatMap((row) => row.cells);

describe('a ledger as an office keeps it', () => {
  const { sheets, dateSystem } = readSpreadsheet(readFileSync(join(ledgers, '签约项目台账2021.xlsx')));
  const sheet = sheets[0]!;
  const at = (number: number, column: number) =>
    sheet.rows.find((row) => row.number === number)?.cells.find((cell) => cell.column === column);

  it('is read whole', () => {
    expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([['签约项目台账', true]]);
    expect(dateSystem).toBe(1900);
    expect(sheet.rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 51 }, (_, n) => n + 1).filter((number) => number !== 44),
    );
  });
  it('with its two levels of headers', () =>
    expect(sheet.merges).toContainEqual({ firstRow: 3, lastRow: 3, firstColumn: 10, lastColumn: 12 }));
  it('numbers as the file holds them, float noise and all', () =>
    expect(at(18, 8)).toEqual({ column: 8, type: 'number', text: '79.93000000000001' }));
  it('days as serial numbers that show as days', () =>
    expect(at(5, 15)).toEqual({ column: 15, type: 'number', text: '44406', shown: 'date' }));
  it('texts untouched, full width and spaces too', () => {
    expect(at(17, 8)).toEqual({ column: 8, type: 'text', text: '１７．６１' });
    expect(at(32, 2)?.text).toBe('  海南煦峰电气有限公司');
  });
});

describe('cells', () => {
  it('shared texts, with runs and without the reading aid', () =>
    expect(
      cellsOf(rowOf(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>'), {
        strings:
          '<si><r><t>海</t></r><r><t xml:space="preserve"> 口</t></r><rPh><t>hai</t></rPh></si><si><t>a_x000D_b</t></si>',
      }).map(({ text }) => text),
    ).toEqual(['海 口', 'a\rb']));
  it('a formula shows what the file remembers, and says when it remembers nothing', () =>
    expect(
      cellsOf(
        rowOf(
          1,
          '<c r="A1"><f>B1*2</f><v>12.5</v></c>',
          '<c r="B1"><f>NOW()</f></c>',
          '<c r="C1" t="e"><f>X</f><v>#REF!</v></c>',
        ),
      ),
    ).toEqual([
      { column: 0, type: 'number', text: '12.5', formula: 'cached' },
      { column: 1, type: 'text', text: '', formula: 'uncached' },
      { column: 2, type: 'error', text: '#REF!', formula: 'cached' },
    ]));
  it('what no database keeps is dropped', () =>
    expect(cellsOf(rowOf(1, inline('A1', 'a_x0000_b_xD800_c'))).map(({ text }) => text)).toEqual(['abc']));
  it('without addresses stand one after another', () =>
    expect(cellsOf('<row><c><v>1</v></c><c><v>2</v></c></row>').map(({ column }) => column)).toEqual([0, 1]));
  it('under a prefix are the same cells', () =>
    expect(
      readSpreadsheet(
        packed({
          sheets: {
            表一: '<x:sheetData xmlns:x="y"><x:row r="3"><x:c r="B3"><x:v>7</x:v></x:c></x:row></x:sheetData>',
          },
        }),
      ).sheets[0]!.rows,
    ).toEqual([{ number: 3, cells: [{ column: 1, type: 'number', text: '7' }] }]));
  it('a percentage says so', () =>
    expect(
      cellsOf(rowOf(1, '<c r="A1" s="1"><v>0.038</v></c>'), {
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>',
      }),
    ).toEqual([{ column: 0, type: 'number', text: '0.038', shown: 'percent' }]));
  it('a thousand formatted rows without a value at the end are none', () => {
    const empty = Array.from({ length: 1_000 }, (_, n) => `<row r="${n + 9}"><c r="A${n + 9}" s="1"/></row>`);
    expect(cellsOf(rowOf(1, inline('A1', '甲')) + empty.join(''))).toHaveLength(1);
  });
});

describe('sheets and files as other programs write them', () => {
  const cases = join(__dirname, '../../../../test/fixtures/cases');
  const read = (name: string) => readSpreadsheet(readFileSync(join(cases, name))).sheets[0]!;
  const at = (sheet: ReturnType<typeof read>, row: number, column: number) =>
    sheet.rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column);

  it('a formula that gives an empty text is an empty cell, a formula without a result is not', () => {
    const sheet = read('02-公式结果为空文本.xlsx');
    expect([at(sheet, 3, 4), at(sheet, 3, 18), at(sheet, 4, 4)?.text]).toEqual([undefined, undefined, 'CX-2023-77']);
  });
  it('a number format that scales travels with its number', () =>
    expect(at(read('03-经营数据-WPS单位万元格式.xlsx'), 3, 4)).toEqual({
      column: 4,
      type: 'number',
      text: '134000000',
      scale: 4,
      suffix: '万元',
    }));
  it('part names differ in case, or have a backslash', () => {
    expect(at(read('04-SharedStrings大写.xlsx'), 3, 1)?.text).toBe('衡泽药包材项目');
    const turned = Buffer.from(packed({ sheets: { 表: `<sheetData>${rowOf(1, inline('A1', '甲'))}</sheetData>` } }));
    for (let from = turned.indexOf('xl/'); from >= 0; from = turned.indexOf('xl/', from)) turned[from + 2] = 0x5c;
    expect(readSpreadsheet(turned).sheets[0]!.rows[0]!.cells[0]!.text).toBe('甲');
  });
  it('codes of a CSV that are kept as text by an equals sign', () =>
    expect([2, 3].map((row) => at(read('22-csv等号引号代码.csv'), row, 3)?.text)).toEqual([
      '91469900MAEG4R5B40',
      '91469900MAELG6GK08\t',
    ]));
  it('the byte order mark of GB 18030', () =>
    expect(
      readSpreadsheet(Buffer.from([0x84, 0x31, 0x95, 0x33, 0xc4, 0xea, 0x2c, 0x31])).sheets[0]!.rows[0]!.cells[0]!.text,
    ).toBe('年'));
});

describe('sheets', () => {
  it('hidden ones, hidden rows and columns are marked', () => {
    const { sheets } = readSpreadsheet(
      packed({
        sheets: {
          底稿: '<sheetData/>',
          表: '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row></sheetData>',
        },
        states: { 底稿: 'hidden' },
      }),
    );
    expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([
      ['底稿', false],
      ['表', true],
    ]);
    expect(sheets[1]).toMatchObject({ hiddenColumns: [1, 2], rows: [{ number: 2, hidden: true }] });
  });
  it('a workbook of 1904 says so', () =>
    expect(readSpreadsheet(packed({ workbookPr: '<workbookPr date1904="1"/>' })).dateSystem).toBe(1904));
});

describe('number formats', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-804]yyyy"年"m"月"d"日";@', 'date'],
    ['m/d', 'date'],
    ['0.00%', 'percent'],
    ['General', undefined],
    ['#,##0.00"万元/亩"', undefined],
    ['0.00_);[Red]\\(0.00\\)', undefined],
    ['"day" 0', undefined],
  ] as const)('%s shows %s', (code, shown) => expect(shownAs(code)).toBe(shown));
});

describe('number formats that scale', () => {
  it.each<[string, number, object]>([
    ['0!.0,"万元"', 1, { scale: 4, suffix: '万元' }],
    ['0\\.0,"万"', 1, { scale: 4, suffix: '万' }],
    ['0"."0000', 1, { scale: 4 }],
    ['0!.00,,"亿元"', 1, { scale: 8, suffix: '亿元' }],
    ['#,##0,', 1, { scale: 3 }],
    ['#,##0.00,,', 1, { scale: 6 }],
    ['#,##0.00"元"', 1, { suffix: '元' }],
    ['0.00亿', 1, { suffix: '亿' }],
    ['#,##0.00', 1, {}],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ', 1, {}],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 250_000_000, { scale: 8, suffix: '亿元' }],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 20_000, { scale: 4, suffix: '万元' }],
    ['[>=100000000]0!.00,,"亿元";[>=10000]0!.0,"万元";0"元"', 9, { suffix: '元' }],
    ['0;(0,)', -5, { scale: 3, suffix: '' }],
  ])('%s shows %d', (code, value, expected) =>
    expect({ suffix: '', ...shownBy(numberFormat(code), value) }).toEqual({ suffix: '', ...expected }),
  );
});

describe('text files', () => {
  const rowsOf = (bytes: Uint8Array) =>
    readSpreadsheet(bytes).sheets[0]!.rows.map((row) => row.cells.map(({ text }) => text));
  it.each([
    ['commas', Buffer.from('年度,企业\r\n2022,"海口, ""甲"""\r\n')],
    ['tabs, with the mark of UTF-8', Buffer.from('\ufeff年度\t企业\n2022\t"海口, ""甲"""')],
    ['semicolons', Buffer.from('年度;企业\r2022;"海口, ""甲"""')],
    [
      'GB 18030, as Excel in China writes',
      Buffer.from([
        0xc4,
        0xea,
        0xb6,
        0xc8,
        0x2c,
        0xc6,
        0xf3,
        0xd2,
        0xb5,
        0x0a,
        ...Buffer.from('2022,"'),
        0xba,
        0xa3,
        0xbf,
        0xda,
        ...Buffer.from(', ""'),
        0xbc,
        0xd7,
        ...Buffer.from('"""'),
      ]),
    ],
    ['UTF-16', Buffer.from('\ufeff年度\t企业\n2022\t"海口, ""甲"""', 'utf16le')],
  ])('%s', (_case, bytes) =>
    expect(rowsOf(bytes)).toEqual([
      ['年度', '企业'],
      ['2022', '海口, "甲"'],
    ]),
  );
});

describe('a file that is refused', () => {
  const honest = packed({ sheets: { 表: `<sheetData>${rowOf(1, inline('A1', '甲'))}</sheetData>` } });
  const encrypted = Uint8Array.from(honest);
  const directory = Buffer.from(encrypted).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  encrypted[directory + 8]! |= 1;
  const broken = Uint8Array.from(honest).fill(0xff, 40, 140);
  const code = (read: () => unknown): unknown => {
    try {
      return read();
    } catch (error) {
      const { code: said, facts } = error as { code?: string; facts?: Record<string, unknown> };
      return facts?.['what'] ? `${said} ${String(facts['what'])}` : said;
    }
  };
  const many = (n: number) =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`xl/media/${i}.png`, new Uint8Array(1)]));

  it.each<[string, Uint8Array, string]>([
    ['no byte', new Uint8Array(0), 'sheet.empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]), 'sheet.format'],
    [
      '.xls of the nineties',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'sheet.old-format',
    ],
    [
      'under a password',
      Buffer.concat([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'sheet.encrypted',
    ],
    ['zip under a password', encrypted, 'sheet.encrypted'],
    ['cut off', honest.slice(0, honest.byteLength - 30), 'sheet.damaged'],
    ['broken inside', broken, 'sheet.damaged'],
    [
      'a zip that is no workbook',
      packed({ more: {} }).map((byte, at, all) => (at > 0 && all[at - 1] === 0x78 && byte === 0x6c ? 0x6d : byte)),
      'sheet.format',
    ],
    ['a page of the web', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'sheet.format'],
    [
      'a document type',
      packed({
        sheets: { 表: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>' },
      }),
      'sheet.dtd',
    ],
    [
      'a sheet whose shared texts are missing',
      packed({ sheets: { 表: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' } }),
      'sheet.texts-missing',
    ],
    ...['99999999999', '0', '-1', '1.5', 'NaN', '1048577'].map((number): [string, Uint8Array, string] => [
      `a row ${number}`,
      packed({ sheets: { 表: `<sheetData><row r="${number}"><c><v>1</v></c></row></sheetData>` } }),
      'sheet.damaged',
    ]),
    [
      'a row that comes again',
      packed({
        sheets: { 表: '<sheetData><row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData>' },
      }),
      'sheet.damaged',
    ],
    [
      'an unknown entity',
      packed({ sheets: { 表: `<sheetData>${rowOf(1, inline('A1', '&b;'))}</sheetData>` } }),
      'sheet.damaged',
    ],
    ['1,001 parts', packed({ more: many(1_001) }), 'sheet.too-large entries'],
    [
      'blown up more than a hundredfold',
      packed({ sheets: { 表: `<sheetData/>${' '.repeat(30_000_000)}` } }),
      'sheet.too-large ratio',
    ],
    [
      '16,384 columns',
      packed({ sheets: { 表: `<sheetData>${rowOf(1, inline('A1', 'x'), inline('XFD1', 'x'))}</sheetData>` } }),
      'sheet.too-large columns',
    ],
    [
      '50,001 rows',
      packed({
        sheets: {
          表: `<sheetData>${Array.from({ length: 50_001 }, (_, n) => rowOf(n + 1, `<c><v>${n}</v></c>`)).join('')}</sheetData>`,
        },
      }),
      'sheet.too-large rows',
    ],
    [
      'one long text in every cell',
      packed({
        strings: `<si><t>${'长'.repeat(30_000)}</t></si>`,
        sheets: {
          表: `<sheetData>${Array.from({ length: 700 }, (_, n) => `<row r="${n + 1}"><c t="s"><v>0</v></c></row>`).join('')}</sheetData>`,
        },
      }),
      'sheet.too-large characters',
    ],
  ])('%s', (_case, file, expected) => expect(code(() => readSpreadsheet(file))).toBe(expected));

  it('at a glance, where nothing needs unpacking', () => {
    expect(glance(honest)).toBe('xlsx');
    expect(code(() => glance(new Uint8Array(51 * 1024 * 1024)))).toBe('sheet.too-large fileBytes');
  });
});

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [16_383, 'XFD'],
  ])('%i is column %s', (column, letters) => {
    expect(columnLetter(column)).toBe(letters);
    expect(placeOf(`${letters}7`)).toEqual({ column, row: 7 });
  });
});
