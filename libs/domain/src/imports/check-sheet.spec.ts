import { checkSheet, type CheckedSheet } from './check-sheet.js';
import type { ContractEntry } from './contract-entry.js';
import { findHeader } from './find-header.js';
import { aDirectory, aGrid, creditCodes, merged } from './grid.example.js';
import type { Grid } from './grid.js';
import { instructionsFrom, type Instructions } from './instructions.js';

const header = [
  '项目名称',
  '投资企业',
  '统一社会信用代码',
  '产业',
  '园区',
  '签约时间',
  '用地面积（亩）',
  '总投资（万元）',
  '固定资产投资（万元/亩）',
  '开工',
  '竣工',
  '投产',
];
type Cells = (string | number | null)[];
const contract = (change: Partial<Record<number, string | number | null>> = {}, n = 0): Cells => {
  const row: Cells = [
    `项目${n}`,
    `企业${n}`,
    creditCodes[n]!,
    '医药制造',
    '药谷',
    '2021.3.11',
    20,
    10_000,
    500,
    '2021.6.1',
    '2022.6.1',
    '2022.12.1',
  ];
  for (const [column, value] of Object.entries(change)) row[Number(column)] = value!;
  return row;
};
const checked = (grid: Grid, change: Partial<Instructions> = {}): CheckedSheet =>
  checkSheet(
    'contract-ledger',
    grid,
    { ...instructionsFrom(findHeader(grid, 'contract-ledger')!), ...change },
    aDirectory,
  );
const codes = ({ rows }: CheckedSheet) =>
  rows.flatMap(({ row, faults }) => faults.map(({ code, field }) => `${row} ${field} ${code}`));

describe('a ledger checked', () => {
  it('a row without fault becomes an entry', () => {
    const { rows } = checked(aGrid([header, contract()]));
    expect(rows[0]!.entry as ContractEntry).toMatchObject({
      row: 2,
      kind: 'performance',
      parkId: 'p1',
      industryId: 'i1',
      signedOn: '2021-03-11',
      area: { areaMu: '20' },
      investment: { wan: '10000' },
      promises: [{ indicator: 'investment', side: 'per-mu', perMuWan: '500' }],
    });
  });
  it('without promises it is a substantive contract', () =>
    expect((checked(aGrid([header, contract({ 8: null })])).rows[0]!.entry as ContractEntry).kind).toBe('substantive'));
  it('all faults of a row are reported at once', () =>
    expect(codes(checked(aGrid([header, contract({ 0: null, 3: '航天', 6: 0, 5: '2021.2.30' })])))).toEqual([
      '2 projectName field.required',
      '2 industry industry.unknown',
      '2 signedOn date.impossible',
      '2 area area.zero',
    ]));
  it('milestones must be in order', () =>
    expect(codes(checked(aGrid([header, contract({ 10: '2021.1.1' })])))).toEqual(['2 completionOn milestone.order']));
  it('a promise per mu needs land', () =>
    expect(codes(checked(aGrid([header, contract({ 6: '无用地' })])))).toEqual([
      '2 promisedInvestment commitment.area-missing',
    ]));
  it('the second of two equal rows is refused, however its name is spaced and bracketed', () =>
    expect(codes(checked(aGrid([header, contract({ 0: '项目（一期）' }), contract({ 0: '项目 (一期)' })])))).toEqual([
      '3 creditCode row.duplicate',
    ]));
  it('the framework and the performance contract of one project are two', () => {
    const withKind = [...header, '合同类型'];
    expect(
      codes(
        checked(
          aGrid([withKind, [...contract(), '实质性合同'], [...contract(), '对赌合同'], [...contract(), '对赌合同']]),
        ),
      ),
    ).toEqual(['4 creditCode row.duplicate']);
  });
  it('another project of the firm is another contract', () =>
    expect(codes(checked(aGrid([header, contract({ 0: '一期' }), contract({ 0: '二期' })])))).toEqual([]));
});

describe('rows that are no records', () => {
  it('subtotals, totals, notes, repeated headers and gaps are skipped anywhere', () => {
    const { rows } = checked(
      aGrid([
        header,
        ['药谷小计', null, null, null, null, null, 20],
        contract(),
        ['小 计', null, null, null, null, null, 20],
        header,
        [],
        contract({}, 1),
        [null, '合计：', null, null, null, null, 40],
        ['备注：面积以实测为准'],
      ]),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'subtotal',
      'record',
      'subtotal',
      'header',
      'empty',
      'record',
      'total',
      'note',
    ]);
  });
  it('a firm called 合计 is still a firm', () =>
    expect(checked(aGrid([header, contract({ 0: '合计' })])).rows[0]!.kind).toBe('record'));
});

describe('merged cells', () => {
  const merges = [merged(2, 3, 1, 1), merged(2, 3, 2, 2), merged(2, 3, 6, 6)];
  const { rows } = checked(
    aGrid([header, contract({ 0: '一期' }), contract({ 0: '二期', 1: null, 2: null, 6: null })], merges),
  );
  it('text counts for each row it spans, with a notice', () =>
    expect(rows[1]!.notices.map(({ column, notice }) => [column, notice])).toEqual([
      [1, 'merged.filled'],
      [2, 'merged.filled'],
    ]));
  it('an amount counts once: the second row lacks it', () =>
    expect(rows[1]!.faults.map(({ field, code }) => [field, code])).toEqual([['area', 'field.required']]));
});

describe('an open unit question', () => {
  const unitless = header.map((text) => text.replace('（万元/亩）', ''));
  it('does not stop the rows from being checked with the reading that fits', () => {
    const { rows, units } = checked(aGrid([unitless, contract()]));
    expect(units.find(({ group }) => group === 'promises')).toMatchObject({ question: true, suggested: 'wan-per-mu' });
    expect(rows[0]!.outcome).toBe('valid');
  });
  it('is answered for the whole group', () => {
    const { rows, units } = checked(aGrid([unitless, contract()]), { units: { promises: 'wan-total' } });
    expect(units.some(({ question }) => question)).toBe(false);
    expect((rows[0]!.entry as ContractEntry).promises[0]).toMatchObject({ side: 'total', totalWan: '500' });
  });
});

describe('annual figures', () => {
  const figures = (rows: Cells[]) => {
    const grid = aGrid([['年度', '统一社会信用代码', '项目名称', '当年产值（万元）', '数据来源'], ...rows]);
    return checkSheet('annual-actuals', grid, instructionsFrom(findHeader(grid, 'annual-actuals')!), aDirectory);
  };
  it('zero is a figure, an empty cell is not', () => {
    const sheet = figures([
      [2022, creditCodes[0], null, 0, '税务部门'],
      [2023, creditCodes[0], null, null, '统计局'],
    ]);
    expect(sheet.rows[0]!.entry).toMatchObject({ source: 'tax-office', figures: [{ indicator: 'output', wan: '0' }] });
    expect(codes(sheet)).toEqual(['3 actualInvestment figures.absent']);
  });
  it('one row per year and project', () =>
    expect(
      codes(
        figures([
          [2022, creditCodes[0], '一期', 1, null],
          [2022, creditCodes[0], '二期', 1, null],
          [2022, creditCodes[0], '一 期', 2, null],
        ]),
      ),
    ).toEqual(['4 creditCode row.duplicate']));
});
