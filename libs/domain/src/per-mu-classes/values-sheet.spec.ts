import type { Grid, GridCell } from '../imports/index.js';
import type { SheetItem } from './sheet-value.js';
import { readValuesSheet } from './values-sheet.js';

const items: SheetItem[] = [
  { key: 'tax-per-mu', name: '亩均税收', unit: '万元/亩' },
  { key: 'labour-productivity', name: '全员劳动生产率', unit: '万元/人' },
  { key: 'rd-share', name: 'R&D 经费占比', unit: '比值' },
  { key: 'own', name: '亩均用电', unit: '度/亩' },
];
type Value = string | number | Partial<GridCell> | null;
const cell = (value: Value, column: number): GridCell[] =>
  value === null
    ? []
    : [
        typeof value === 'number'
          ? { column, type: 'number', text: String(value) }
          : typeof value === 'string'
            ? { column, type: 'text', text: value }
            : { column, type: 'number', text: '', ...value },
      ];
const grid = (...rows: Value[][]): Grid => ({
  rows: rows.map((cells, n) => ({ number: n + 1, cells: cells.flatMap(cell) })),
  merges: [],
  dateSystem: 1900,
});
const read = (...rows: Value[][]) => readValuesSheet(grid(...rows), items);
const code = '91460100MA56UBF00K';

describe('a sheet of values as an office keeps it', () => {
  it('is read with other column names, in any order, under a title; sums, notes and empty rows are skipped', () => {
    const sheet = read(
      ['2025 年度亩均效益数据'],
      ['序号', '研发占比', '单位名称', '劳动生产率（万元/人）', '亩均税收贡献(万元/亩)', '亩均用电'],
      [1, 0.04, '甲公司', 15, '1,218.5', 300],
      [2, '—', '乙公司', 12, '１８', null],
      [null, null, '合计', 27, 36, null],
      ['注：税务口径'],
    );
    expect(sheet).toMatchObject({
      headerRow: 2,
      unread: [{ column: 'A', header: '序号' }],
      faults: [],
      skipped: 2,
      columns: [
        { column: 'B', item: 'rd-share' },
        { column: 'D', item: 'labour-productivity' },
        { column: 'E', item: 'tax-per-mu' },
        { column: 'F', item: 'own' },
      ],
      rows: [
        {
          row: 3,
          firm: '甲公司',
          values: { 'rd-share': '0.04', 'labour-productivity': '15', 'tax-per-mu': '1218.5', own: '300' },
        },
        { row: 4, firm: '乙公司', values: { 'labour-productivity': '12', 'tax-per-mu': '18' } },
      ],
    });
  });

  it('the credit code comes before the name; a code stored as a number is reported, not guessed', () => {
    const sheet = read(
      ['企业名称', '信用代码', '亩均税收'],
      ['甲公司', code.toLowerCase(), 18],
      ['乙公司', 9.14601e17, 18],
      [null, null, 18],
    );
    expect(sheet.rows.map(({ row, firm, column }) => [row, firm, column])).toEqual([[2, code, 'B']]);
    expect(sheet.faults.map(({ row, column, code: is }) => [row, column, is])).toEqual([
      [3, 'B', 'uscc.number'],
      [4, 'B', 'field.required'],
    ]);
  });

  it.each<[string, string, Value, string]>([
    ['a percent header on a share', '研发占比（%）', 3.02, '0.0302'],
    ['a percent sign in the cell', '研发占比', '3.02%', '0.0302'],
    ['a cell shown as a percentage', '研发占比（%）', { text: '0.0302', shown: 'percent' }, '0.0302'],
    ['元/亩', '亩均税收（元/亩）', 182_500, '18.25'],
    ['the item’s own unit behind the number', '劳动生产率', '15 万元/人', '15'],
    ['float noise', '亩均税收', 79.93000000000001, '79.93'],
  ])('%s', (_said, header, value, expected) =>
    expect(Object.values(read(['企业', header], ['甲公司', value]).rows[0]!.values)).toEqual([expected]),
  );

  it('more than six places are rounded half up, and counted', () => {
    expect(read(['企业', '研发占比'], ['甲公司', 0.0302456549])).toMatchObject({
      rounded: 1,
      rows: [{ values: { 'rd-share': '0.030246' } }],
    });
  });

  it.each<[string, string, Value, (string | number)[]]>([
    ['words', '亩均税收', '壹佰', [2, 'B', 'decimal.format']],
    ['a negative number', '亩均税收', -3, [2, 'B', 'decimal.range']],
    ['an error of the spreadsheet', '亩均税收', { type: 'error', text: '#DIV/0!' }, [2, 'B', 'cell.error']],
    ['a formula nobody calculated', '亩均税收', { text: '', formula: 'uncached' }, [2, 'B', 'cell.uncalculated']],
    ['another unit in the cell', '亩均税收', '18 亿元', [2, 'B', 'evaluation.sheet-unit']],
    ['another unit in the header, told once', '亩均税收（万元）', 18, [1, 'B', 'evaluation.sheet-unit']],
  ])('%s: told with row, column and reason', (_said, header, value, place) => {
    const { faults, rows } = read(['企业', header], ['甲公司', value]);
    expect([faults.map(({ row, column, code: is }) => [row, column, is]), rows[0]?.values]).toEqual([[place], {}]);
  });

  it.each([
    [
      ['企业', '电话'],
      ['甲公司', '1'],
    ],
    [
      ['亩均税收', '劳动生产率'],
      [18, 15],
    ],
    [['甲'], ['乙']],
  ])('without firms or without an item there is no header', (...rows) =>
    expect(() => read(...rows)).toThrow('evaluation.sheet-header'),
  );

  it('with too many enterprises nothing is read', () =>
    expect(() =>
      read(['企业', '亩均税收'], ...Array.from({ length: 501 }, (_, n): Value[] => [`第${n}号`, 1])),
    ).toThrow('evaluation.sheet-rows'));
});
