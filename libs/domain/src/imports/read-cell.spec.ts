import type { GridCell } from './grid.js';
import { areaOf, moneyOf, promiseOf } from './read-amount.js';
import { creditCodeOf, fullProductionOf, nameOf, readable, yearOfCell, type CellNotice } from './read-cell.js';
import { bareEntry, numberOf, percentOfCell } from './read-number.js';

const typed = (text: string): GridCell => ({ column: 0, type: 'text', text });
const number = (text: string, shown?: 'percent'): GridCell => ({
  column: 0,
  type: 'number',
  text,
  ...(shown ? { shown } : {}),
});

/** The result of a reader, its value or its code, and the notices. */
function outcome<T>(read: (notify: (notice: CellNotice) => void) => T): [T | string, CellNotice[]] {
  const noticed: CellNotice[] = [];
  try {
    return [read((notice) => noticed.push(notice)), noticed];
  } catch (error) {
    return [(error as { code: string }).code, noticed];
  }
}

describe('a number as its format shows it', () => {
  const cell = { column: 0, type: 'number', text: '134000000', scale: 4, suffix: '万元' } as const;
  const heard: string[] = [];
  const notify = (notice: string): void => void heard.push(notice);
  it('is 13400 万元 and not 134,000,000, whatever the header says', () => {
    expect(moneyOf(cell, 'wan', notify).wan).toBe('13400');
    expect(moneyOf(cell, 'yi', notify).wan).toBe('13400');
    expect(heard).toContain('number.scaled');
  });
  it('without a unit in the format it is in the unit of the column', () =>
    expect(moneyOf({ ...cell, suffix: '' }, 'wan', notify).wan).toBe('13400'));
  it('a word that is no unit changes nothing', () =>
    expect(moneyOf({ column: 0, type: 'number', text: '5', suffix: '个' }, 'wan', notify).wan).toBe('5'));
  it('万元 shown in a column of 万元/亩 makes a promise no total', () =>
    expect(promiseOf({ column: 0, type: 'number', text: '670', suffix: '万元' }, 'wan-per-mu', notify)).toMatchObject({
      side: 'per-mu',
      perMuWan: '670',
    }));
});

describe('a negative amount', () => {
  const tax = (text: string, mayBeNegative = true) =>
    moneyOf({ column: 0, type: 'text', text }, 'wan', () => undefined, { mayBeNegative }).wan;
  it.each([
    ['-85.5', '-85.5'],
    ['(85.50)', '-85.5'],
    ['（1,085.50）', '-1085.5'],
    ['－85.5', '-85.5'],
    ['(85.5)万元', '-85.5'],
    ['-0', '0'],
  ])('%s of tax is a refund of %s', (text, wan) => expect(tax(text)).toBe(wan));
  it('is refused elsewhere, in brackets too', () => {
    expect(() => tax('-85.5', false)).toThrow('decimal.range');
    expect(() => tax('(85.5)', false)).toThrow('decimal.range');
  });
});

describe('credit codes', () => {
  it.each<[GridCell, string, CellNotice[]]>([
    [typed('91460100MA56UBF00K'), '91460100MA56UBF00K', []],
    [typed('91460100ma56ubf00k'), '91460100MA56UBF00K', ['uscc.lower-case']],
    [typed(' 9146 0100MA56UBF00K'), '91460100MA56UBF00K', ['text.spaces']],
    [typed('91460100MA56UBF00A'), 'uscc.check', []],
    [typed('9.14601E+17'), 'uscc.number', []],
    [number('911100008021004330'), 'uscc.number', []],
    [typed('460100000012345'), 'uscc.check', []],
  ])('%j', (cell, value, notices) => expect(outcome((notify) => creditCodeOf(cell, notify))).toEqual([value, notices]));
});

describe('numbers', () => {
  it.each<[GridCell, string]>([
    [number('79.93000000000001'), '79.93'],
    [number('98.59999999999999'), '98.6'],
    [number('1.2E-2'), '0.012'],
    [typed('12,000'), '12000'],
    [typed('１７．６１'), '17.61'],
    [typed('待定'), 'decimal.format'],
    [typed('1,20'), 'decimal.format'],
    [typed('12 000'), 'decimal.format'],
    [number('-3'), 'decimal.range'],
    [typed('1.23E+11'), 'decimal.format'],
    [typed('5元'), 'decimal.format'],
  ])('%j is %s', (cell, value) => expect(outcome((notify) => numberOf(cell, notify))[0]).toBe(value));
  it('full width is noticed', () =>
    expect(outcome((notify) => numberOf(typed('３１．８'), notify))[1]).toEqual(['digits.full-width']));
});

describe('areas', () => {
  it.each<[GridCell, 'mu' | 'sqm' | null, string]>([
    [number('23.27'), 'mu', '23.27'],
    [number('18731'), 'sqm', '28.0965'],
    [typed('18731㎡'), 'mu', '28.0965'],
    [typed('2公顷'), 'mu', '30'],
    [typed('36.04 亩'), null, '36.04'],
    [number('0'), 'mu', 'area.zero'],
    [number('23.27'), null, 'unit.missing'],
    [typed('20间'), 'mu', 'unit.unknown'],
    [typed('三十亩'), 'mu', 'decimal.format'],
  ])('%j in a column of %s', (cell, unit, value) => {
    const [read] = outcome((notify) => areaOf(cell, unit, notify));
    expect(typeof read === 'object' ? read.areaMu : read).toBe(value);
  });
  it('words say that there is no land', () =>
    expect(outcome((notify) => areaOf(typed('无用地'), 'mu', notify))[0]).toBe('no-land'));
});

describe('amounts', () => {
  it.each<[GridCell, 'yi' | 'wan' | null, string]>([
    [number('1.8062'), 'yi', '18062'],
    [typed('12,000万元'), 'yi', '12000'],
    [typed('66.3 亿'), null, '663000'],
    [number('5000'), null, 'unit.missing'],
    [typed('5000美元'), 'wan', 'unit.unknown'],
    [typed('壹佰万元'), 'wan', 'decimal.format'],
    [typed('NaN'), 'wan', 'decimal.format'],
  ])('%j in a column of %s', (cell, unit, value) => {
    const [read] = outcome((notify) => moneyOf(cell, unit, notify));
    expect(typeof read === 'object' ? read.wan : read).toBe(value);
  });
});

describe('promises', () => {
  it.each<[GridCell, Parameters<typeof promiseOf>[1], unknown]>([
    [number('776.2'), 'wan-per-mu', { side: 'per-mu', perMuWan: '776.2', asTyped: '776.2' }],
    [number('7762000'), 'yuan-per-mu', { side: 'per-mu', perMuWan: '776.2', asTyped: '7762000' }],
    [number('18062.174'), 'wan-total', { side: 'total', totalWan: '18062.174', asTyped: '18062.174' }],
    [typed('1.8亿元'), 'wan-per-mu', { side: 'total', totalWan: '18000', asTyped: '1.8亿元' }],
    [typed('776.2万元/亩'), null, { side: 'per-mu', perMuWan: '776.2', asTyped: '776.2万元/亩' }],
    [typed('待定'), 'wan-per-mu', 'decimal.format'],
    [typed('50吨'), 'wan-per-mu', 'unit.unknown'],
    [number('776.2'), null, 'unit.missing'],
  ])('%j in a column of %s', (cell, unit, value) =>
    expect(outcome((notify) => promiseOf(cell, unit, notify))).toMatchObject([value, []]),
  );
});

describe('the rest', () => {
  it.each<[GridCell, string]>([
    [number('3.8'), '3.8'],
    [number('0.038', 'percent'), '3.8'],
    [typed('3.8%'), '3.8'],
    [number('101'), 'decimal.range'],
  ])('share %j is %s', (cell, value) => expect(outcome((notify) => percentOfCell(cell, notify))[0]).toBe(value));
  it.each<[GridCell, number | string]>([
    [number('2025'), 2025],
    [typed('2025年度'), 2025],
    [typed('25年'), 'year.format'],
    [number('2025.5'), 'year.format'],
  ])('year %j is %s', (cell, value) => expect(outcome(() => yearOfCell(cell))[0]).toBe(value));
  it('full production is a year or a day', () =>
    expect([
      fullProductionOf(number('2025'), 1900, () => undefined),
      fullProductionOf(typed('2027年10月20日'), 1900, () => undefined),
    ]).toEqual([{ year: 2025 }, { day: '2027-10-20' }]));
  it('stray spaces of names are removed, with a notice', () =>
    expect(outcome((notify) => nameOf(typed('  海南 煦峰电气有限公司　'), notify))).toEqual([
      '海南煦峰电气有限公司',
      ['text.spaces'],
    ]));
  it('an error and a formula nobody calculated are refused', () => {
    expect(outcome((notify) => readable({ column: 0, type: 'error', text: '#REF!' }, notify))[0]).toBe('cell.error');
    expect(outcome((notify) => readable({ column: 0, type: 'text', text: '', formula: 'uncached' }, notify))[0]).toBe(
      'cell.uncalculated',
    );
    expect(
      outcome((notify) => readable({ column: 0, type: 'number', text: '5', formula: 'cached' }, notify))[1],
    ).toEqual(['formula.cached']);
  });
  it('a bare number keeps the unit in its cell', () =>
    expect([bareEntry(typed('12,000万元')), bareEntry(typed('待定')), bareEntry(number('5'))]).toEqual([
      { value: '12000', unit: 'wan' },
      undefined,
      { value: '5', unit: null },
    ]));
});
