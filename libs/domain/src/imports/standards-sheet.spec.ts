import { checkSheet } from './check-sheet.js';
import { findHeader } from './find-header.js';
import { aDirectory, aGrid } from './grid.example.js';
import { instructionsFrom, missingFields, type Instructions } from './instructions.js';
import type { StandardEntry } from './reference-entries.js';

type Cells = (string | number | null)[];
const sheet = (header: string[], rows: Cells[], change: Partial<Instructions> = {}) => {
  const grid = aGrid([header, ...rows]);
  const instructions = instructionsFrom(findHeader(grid, 'provincial-standards')!);
  expect(missingFields('provincial-standards', instructions.columns)).toEqual([]);
  return checkSheet('provincial-standards', grid, { ...instructions, ...change }, aDirectory);
};
const codes = ({ rows }: ReturnType<typeof sheet>) =>
  rows.flatMap(({ row, faults }) => faults.map(({ code, field }) => `${row} ${field} ${code}`));
const entryOf = ({ rows }: ReturnType<typeof sheet>, at = 0) => rows[at]!.entry as StandardEntry;

describe('a sheet of standards, one version in a row', () => {
  const header = ['指标', '适用范围', '适用产业', '生效日期', '失效日期', '标准（万元/亩）', '文号', '推算'];
  const row = (change: Partial<Record<number, string | number | null>> = {}): Cells =>
    Object.assign(['固定资产投资', '全区', '不限', '2024-01-01', '长期', 320, '琼自然资规〔2024〕1号', null], change);

  it('becomes a version', () => {
    expect(entryOf(sheet(header, [row()]))).toEqual({
      row: 2,
      place: { kind: 'zone' },
      placeName: '全区',
      industryId: null,
      validFrom: '2024-01-01',
      validTo: null,
      documentNo: '琼自然资规〔2024〕1号',
      source: '',
      derived: false,
      values: [{ indicator: 'investment', perMuWan: '320', entered: { value: '320', unit: 'wan-per-mu' } }],
    });
  });
  it.each<[string, Partial<Record<number, string | number>>, Partial<StandardEntry>]>([
    ['a park by its short name', { 1: '药谷' }, { place: { kind: 'park', key: 'p1' } }],
    ['a class some park is in', { 1: '重点园区' }, { place: { kind: 'park-class', key: '重点园区' } }],
    ['a region some park is in', { 1: '海口' }, { place: { kind: 'region', key: '海口' } }],
    ['in English', { 0: 'tax', 1: 'whole zone' }, { place: { kind: 'zone' } }],
    ['one industry', { 2: '医药制造' }, { industryId: 'i1' }],
    ['an end', { 4: '2026年12月31日' }, { validTo: '2026-12-31' }],
    ['derived', { 7: '是' }, { derived: true }],
  ])('%s', (_, change, expected) => expect(entryOf(sheet(header, [row(change as object)]))).toMatchObject(expected));

  it.each(['not set', '不设', '—', '－', '/', '无', '不作要求'])('%s sets no value on purpose', (text) =>
    expect(entryOf(sheet(header, [row({ 5: text })])).values).toMatchObject([{ perMuWan: null }]),
  );
  it.each<[string, Partial<Record<number, string | number | null>>, string]>([
    ['an empty value is not 不设', { 5: null }, '2 value standard.value-empty'],
    ['nought is no standard', { 5: 0 }, '2 value decimal.positive'],
    ['words are no value', { 5: '面议' }, '2 value decimal.format'],
    ['an indicator nobody knows', { 0: '就业' }, '2 indicator standard.indicator-unknown'],
    ['a place nobody knows', { 1: '月球' }, '2 place standard.place-unknown'],
    ['no place, though there is a column for it', { 1: null }, '2 place field.required'],
    ['an industry nobody knows', { 2: '航天' }, '2 industry industry.unknown'],
    ['an end before the beginning', { 4: '2023-12-31' }, '2 validTo standard.validity'],
    ['no document', { 6: null }, '2 documentNo field.required'],
    ['a mark that is neither yes nor no', { 7: '也许' }, '2 derived yes-no.format'],
  ])('%s is refused', (_, change, code) => expect(codes(sheet(header, [row(change)]))).toEqual([code]));

  it('a unit in the cell comes before the header; without any it is a question', () => {
    const unitless = header.map((text) => text.replace('（万元/亩）', ''));
    expect(entryOf(sheet(header, [row({ 5: '3,200,000元/亩' })])).values).toMatchObject([
      { perMuWan: '320', entered: { value: '3200000', unit: 'yuan-per-mu' } },
    ]);
    expect(sheet(unitless, [row()]).units).toMatchObject([{ group: 'standards', question: true }]);
    expect(sheet(unitless, [row({ 5: '320万元/亩' })]).units).toMatchObject([{ question: false }]);
    expect(
      entryOf(sheet(unitless, [row({ 5: 3_200_000 })], { units: { standards: 'yuan-per-mu' } })).values,
    ).toMatchObject([{ perMuWan: '320' }]);
  });
  it('a name is looked up in the level beside it', () => {
    const levelled = [...header, '范围级别'];
    expect(entryOf(sheet(levelled, [[...row({ 1: '三亚' }), '地区']])).place).toEqual({ kind: 'region', key: '三亚' });
    expect(codes(sheet(levelled, [[...row({ 1: '三亚' }), '园区']]))).toEqual(['2 place park.unknown']);
  });
});

describe('a sheet of standards, one column per indicator', () => {
  const header = ['园区', '固定资产投资（万元/亩）', '产值（万元/亩）', '税收（万元/亩）', '生效日', '文号'];
  it('brings a version for each value, none for an empty cell', () => {
    const { values, place } = entryOf(sheet(header, [['美安', 300, '不设', null, '2024-01-01', '文']]));
    expect([place, values.map(({ indicator, perMuWan }) => [indicator, perMuWan])]).toEqual([
      { kind: 'park', key: 'p2' },
      [
        ['investment', '300'],
        ['output', null],
      ],
    ]);
  });
  it('a row without any value is refused', () =>
    expect(codes(sheet(header, [['美安', null, null, null, '2024-01-01', '文']]))).toEqual([
      '2 standardInvestment standard.value-absent',
    ]));
  it('applies to the whole zone without a column for the place', () =>
    expect(entryOf(sheet(header.slice(1), [[300, 500, 30, '2024-01-01', '文']])).place).toEqual({ kind: 'zone' }));
});
