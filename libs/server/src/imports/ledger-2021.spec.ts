import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkSheet,
  columnLetter,
  findHeader,
  instructionsFrom,
  missingFields,
  type CheckedSheet,
  type ContractEntry,
  type Directory,
  type FiguresEntry,
  type Grid,
  type ImportKind,
  type Instructions,
} from '@crm/domain/imports';
import { readSpreadsheet } from '@crm/platform/spreadsheet';

/** The ledger and the figures as an office keeps them, read by the real reader (test/fixtures/ledger). */
const folder = join(__dirname, '../../../../test/fixtures/ledger');
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  contracts: Record<string, string>[];
  figures_rows: number;
};

const names = (key: 'park' | 'industry') =>
  [...new Set(expected.contracts.map((row) => row[key]!))].map((name) => ({ id: name, name, code: name }));
const directory: Directory = { parks: names('park'), industries: names('industry') };
const gridOf = (file: string): Grid => {
  const { sheets, dateSystem } = readSpreadsheet(readFileSync(join(folder, file)));
  return { ...sheets[0]!, dateSystem };
};
const checked = (kind: ImportKind, grid: Grid, change: Partial<Instructions> = {}): CheckedSheet =>
  checkSheet(kind, grid, { ...instructionsFrom(findHeader(grid, kind)!), ...change }, directory);

describe('签约项目台账2021.xlsx', () => {
  const grid = gridOf('签约项目台账2021.xlsx');
  const header = findHeader(grid, 'contract-ledger')!;
  const { rows, units } = checked('contract-ledger', grid);
  const entries = rows.flatMap(({ entry }) => (entry ? [entry as ContractEntry] : []));

  it('its header is found below the titles, on two rows', () => expect(header.rows).toEqual({ first: 3, last: 4 }));

  it('every column but the running number is known, and surely', () => {
    expect(header.columns.filter(({ field }) => field === null).map(({ header: [text] }) => text)).toEqual(['序号']);
    expect(header.columns.filter(({ field, confidence }) => field !== null && confidence !== 'sure')).toEqual([]);
    expect(missingFields('contract-ledger', header.columns)).toEqual([]);
    expect(header.columns.find(({ column }) => column === 11)).toMatchObject({
      header: ['对赌指标（万元/亩）', '产值（营收）'],
      field: 'promisedOutput',
      unit: 'wan-per-mu',
    });
    expect(header.columns.find(({ column }) => column === 9)).toMatchObject({ field: 'investment', unit: 'yi' });
  });

  it('47 rows: 32 contracts, 6 faulty, 9 passed over', () => {
    const counts = Object.fromEntries(
      (['valid', 'invalid', 'skipped'] as const).map((outcome) => [
        outcome,
        rows.filter((row) => row.outcome === outcome).length,
      ]),
    );
    expect(rows).toHaveLength(47);
    expect(counts).toEqual({ valid: 32, invalid: 6, skipped: 9 });
    expect(rows.filter(({ kind }) => kind !== 'record').map(({ row, kind }) => [row, kind])).toEqual([
      [11, 'subtotal'],
      [22, 'subtotal'],
      [24, 'subtotal'],
      [33, 'subtotal'],
      [37, 'subtotal'],
      [40, 'subtotal'],
      [43, 'subtotal'],
      [44, 'empty'],
      [51, 'total'],
    ]);
  });

  it('each fault with its row, column, value and reason, and only these', () =>
    expect(
      rows.flatMap(({ row, faults }) =>
        faults.map(({ column, code, value }) => [row, columnLetter(column!), code, value]),
      ),
    ).toEqual([
      [45, 'D', 'uscc.check', '91460100MA56UBF00A'],
      [46, 'D', 'row.duplicate', '91460100MA56UBF00K'],
      [47, 'I', 'area.zero', '0'],
      [48, 'F', 'park.unknown', '不存在的园区'],
      [49, 'H', 'date.impossible', '2021.2.30'],
      [50, 'K', 'decimal.format', '待定'],
    ]));
  it('says which row is repeated and which symbol was expected', () => {
    expect(rows.find(({ row }) => row === 46)!.faults[0]!.facts).toEqual({ row: 5 });
    expect(rows.find(({ row }) => row === 45)!.faults[0]!.facts).toMatchObject({ position: 18, expected: 'K' });
  });

  it('reads every contract as expected, to the last digit and day', () =>
    expect(
      entries.map((entry) => ({
        park: entry.parkId,
        industry: entry.industryId,
        area: Number(entry.area!.value).toFixed(2),
        company: entry.enterpriseName,
        project: entry.projectName,
        uscc: entry.creditCode,
        signed: entry.signedOn,
        channel: entry.channel,
        officer: entry.officer,
        first_contact: entry.firstContactOn,
        start: entry.startOn,
        complete: entry.completionOn,
        production: entry.productionOn,
        full_year: entry.fullProduction && 'year' in entry.fullProduction ? String(entry.fullProduction.year) : null,
        energy: entry.energyTce,
        ...Object.fromEntries(
          entry.promises.map((one) => [
            { investment: 'inv', output: 'out', tax: 'tax' }[one.indicator],
            one.side === 'per-mu' ? Number(one.perMuWan).toFixed(1) : one.side,
          ]),
        ),
      })),
    ).toEqual(expected.contracts.map(({ rd: _, uscc, ...row }) => ({ ...row, uscc: uscc!.toUpperCase() }))));

  it('tells what it put right: 8 codes in lower case, 4 names with spaces, 2 numbers in full width', () => {
    const counted: Record<string, number> = {};
    for (const { notice } of rows.flatMap(({ notices }) => notices)) counted[notice] = (counted[notice] ?? 0) + 1;
    expect(counted).toEqual({ 'uscc.lower-case': 8, 'text.spaces': 4, 'digits.full-width': 2 });
  });

  it('asks nothing about units: the header names them, and every row agrees with the total investment', () => {
    expect(units.map(({ group, stated, question }) => [group, stated, question])).toEqual([
      ['area', 'mu', false],
      ['investment', 'yi', false],
      ['promises', 'wan-per-mu', false],
    ]);
    const promises = units.find(({ group }) => group === 'promises')!;
    expect(promises.readings.map(({ unit, fits }) => [unit, fits])).toEqual([
      ['wan-per-mu', 32],
      ['yuan-per-mu', 0],
      ['wan-total', 0],
    ]);
    expect(promises.readings[0]!.example).toEqual({
      row: 5,
      promise: '776.2',
      areaMu: '23.27',
      promisedWan: '18062.174',
      perMuWan: '776.2',
      statedWan: '18062',
      apart: '1',
    });
    expect(promises.readings[1]!.example).toMatchObject({ promisedWan: '1.806217', apart: '9999.9' });
    expect(promises.readings[2]!.example).toMatchObject({ apart: '23.27', perMuWan: '33.356253' });
  });

  it('a cell put right in place makes its row whole; a row left out is passed over', () => {
    const { rows: again } = checked('contract-ledger', grid, {
      fixes: { 47: { 8: '20' }, 49: { 7: '2021年2月28日' }, 48: { 5: '药谷工业园' } },
      skipped: [46],
    });
    const outcomes = Object.fromEntries(again.filter(({ row }) => row >= 45).map(({ row, outcome }) => [row, outcome]));
    expect(outcomes).toEqual({
      45: 'invalid',
      46: 'skipped',
      47: 'valid',
      48: 'valid',
      49: 'valid',
      50: 'invalid',
      51: 'skipped',
    });
  });
});

describe('企业经营数据2022-2025.xlsx', () => {
  const grid = gridOf('企业经营数据2022-2025.xlsx');
  const { rows, units } = checked('annual-actuals', grid);

  it('122 rows of figures, none faulty', () => {
    expect(rows.map(({ outcome }) => outcome).filter((outcome) => outcome === 'valid')).toHaveLength(
      expected.figures_rows,
    );
    expect(rows.flatMap(({ faults }) => faults)).toEqual([]);
    expect(units.map(({ group, stated, question }) => [group, stated, question])).toEqual([['figures', 'wan', false]]);
  });
  it('with their source', () =>
    expect(rows[0]!.entry as FiguresEntry).toMatchObject({
      row: 2,
      year: 2022,
      creditCode: '91460100MA56UBF00K',
      projectName: null,
      source: 'statistics',
      figures: [
        { indicator: 'investment', wan: '7133' },
        { indicator: 'output', wan: '0' },
        { indicator: 'tax', wan: '0' },
      ],
    }));
});
