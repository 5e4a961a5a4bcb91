import { type Decimal, decimal } from '../quantities/index.js';
import type { ColumnUnit } from './column-units.js';

/**
 * Columns with a common unit: 用地面积, 总投资, the group 对赌指标, annual figures, standards, shares. Each column of days is
 * asked about on its own (`days`).
 */
export const unitGroups = ['area', 'investment', 'promises', 'figures', 'standards', 'percent', 'days'] as const;
export type UnitGroup = (typeof unitGroups)[number];

export const groupUnits = {
  area: ['mu', 'sqm', 'hectare'],
  investment: ['yi', 'wan', 'yuan'],
  promises: ['wan-per-mu', 'yuan-per-mu', 'wan-total'],
  figures: ['wan', 'yuan', 'yi'],
  standards: ['wan-per-mu', 'yuan-per-mu'],
  percent: ['percent', 'fraction'],
  days: ['period-end', 'period-first'],
} as const satisfies Record<UnitGroup, readonly ColumnUnit[]>;

/**
 * What a unit would mean, with the first comparable row as example, and in how many rows it fits the total investment.
 */
export interface UnitReading {
  readonly unit: ColumnUnit;
  readonly fits: number;
  readonly of: number;
  /** Missing if no row can be compared. */
  readonly example?: {
    readonly row: number;
    /** As typed. */
    readonly promise: string;
    readonly areaMu: string;
    /** The promised total, 万元. */
    readonly promisedWan: string;
    /** The promise per mu, 万元/亩. */
    readonly perMuWan: string;
    /** The total in the ledger, 万元. */
    readonly statedWan: string;
    /** The factor between the two totals, ≥ 1; "1" if they agree. */
    readonly apart: string;
  };
  /** The first doubtful cell as it would be read: 2023年6月 is 2023-06-30. */
  readonly means?: { readonly row: number; readonly typed: string; readonly value: string };
}

export interface UnitCheck {
  readonly group: UnitGroup;
  readonly columns: readonly number[];
  /** From the header, or from every cell. */
  readonly stated: ColumnUnit | null;
  readonly chosen: ColumnUnit | null;
  /** The unit that fits the other columns, if there is one. */
  readonly suggested: ColumnUnit | null;
  /** true: the person must answer before anything is imported. */
  readonly question: boolean;
  readonly readings: readonly UnitReading[];
}

/** A number as typed, with the unit in its cell if any. */
export interface BareEntry {
  readonly value: string;
  readonly unit: ColumnUnit | null;
}

export interface ComparedRow {
  readonly row: number;
  readonly area: BareEntry;
  readonly investment: BareEntry;
  readonly promise: BareEntry;
}

const muPer: Partial<Record<ColumnUnit, string>> = { mu: '1', sqm: '0.0015', hectare: '15' };
const wanPer: Partial<Record<ColumnUnit, string>> = { yi: '10000', wan: '1', yuan: '0.0001' };

/**
 * Agrees within 5 %. The ledger's total is rounded (1.8062 亿 for 18,062.17 万元) and may exclude what is no fixed asset.
 * A wrong unit differs by at least ten times that.
 */
const agrees = (a: Decimal, b: Decimal): boolean => a.minus(b).abs().times(20).lte(b);

interface Meant {
  promisedWan: Decimal;
  statedWan: Decimal;
  areaMu: Decimal;
}

function meaning(row: ComparedRow, units: { area: ColumnUnit; investment: ColumnUnit; promises: ColumnUnit }): Meant {
  const areaMu = decimal(row.area.value).times(muPer[row.area.unit ?? units.area] ?? '1');
  const statedWan = decimal(row.investment.value).times(wanPer[row.investment.unit ?? units.investment] ?? '1');
  const value = decimal(row.promise.value);
  switch (row.promise.unit ?? units.promises) {
    case 'yuan-per-mu':
      return { areaMu, statedWan, promisedWan: value.times(areaMu).div(10_000) };
    case 'wan-total':
      return { areaMu, statedWan, promisedWan: value };
    case 'yi-total':
      return { areaMu, statedWan, promisedWan: value.times(10_000) };
    default:
      return { areaMu, statedWan, promisedWan: value.times(areaMu) };
  }
}

export interface GroupUnits {
  readonly columns: readonly number[];
  readonly stated: ColumnUnit | null;
  readonly chosen: ColumnUnit | null;
  /** The header has no unit, but every cell has one. */
  readonly everyCell?: boolean;
}

/**
 * Checks the units of a ledger: 对赌固定资产投资 × 用地面积 must be close to 总投资. A header without a unit becomes a question that
 * shows each reading. So does a unit that does not fit while another one would (a factor of 10⁴ or 666.67, or per mu
 * against total). Nothing is converted silently. After an answer only missing units are asked: the person has seen the
 * rest.
 */
export function checkLedgerUnits(
  groups: Readonly<Record<'area' | 'investment' | 'promises', GroupUnits>>,
  rows: readonly ComparedRow[],
): UnitCheck[] {
  const unitOf = (group: 'area' | 'investment' | 'promises'): ColumnUnit =>
    groups[group].chosen ?? groups[group].stated ?? groupUnits[group][0];
  const answered = Object.values(groups).some(({ chosen }) => chosen !== null);
  const held = { area: unitOf('area'), investment: unitOf('investment'), promises: unitOf('promises') };
  return (['area', 'investment', 'promises'] as const).flatMap((group): UnitCheck[] => {
    const { columns, stated, chosen, everyCell } = groups[group];
    if (columns.length === 0) return [];
    const readings = groupUnits[group].map((unit) => reading(unit, rows, { ...held, [group]: unit }));
    const current = readings.find(({ unit }) => unit === held[group]);
    const best = readings.reduce((a, b) => (b.fits > a.fits ? b : a));
    const mostly = (one: UnitReading | undefined): boolean => one !== undefined && one.fits * 2 > one.of;
    const suggested = mostly(best) ? best.unit : null;
    const doubtful = !answered && !mostly(current) && mostly(best);
    return [
      {
        group,
        columns,
        stated,
        chosen,
        suggested,
        question: chosen === null && ((stated === null && everyCell !== true) || doubtful),
        readings,
      },
    ];
  });
}

function reading(
  unit: ColumnUnit,
  rows: readonly ComparedRow[],
  units: { area: ColumnUnit; investment: ColumnUnit; promises: ColumnUnit },
): UnitReading {
  const meant = rows
    .map((row) => ({ row, ...meaning(row, units) }))
    .filter(({ areaMu, statedWan, promisedWan }) => !areaMu.isZero() && !statedWan.isZero() && !promisedWan.isZero());
  const fits = meant.filter(({ promisedWan, statedWan }) => agrees(promisedWan, statedWan)).length;
  const first = meant[0];
  if (!first) return { unit, fits, of: 0 };
  const { row, areaMu, promisedWan, statedWan } = first;
  const apart = promisedWan.gt(statedWan) ? promisedWan.div(statedWan) : statedWan.div(promisedWan);
  return {
    unit,
    fits,
    of: meant.length,
    example: {
      row: row.row,
      promise: row.promise.value,
      areaMu: areaMu.toFixed(),
      promisedWan: promisedWan.toDecimalPlaces(6).toFixed(),
      perMuWan: promisedWan.div(areaMu).toDecimalPlaces(6).toFixed(),
      statedWan: statedWan.toFixed(),
      apart: agrees(promisedWan, statedWan) ? '1' : apart.toDecimalPlaces(2).toFixed(),
    },
  };
}

/** Figures and standards cannot be compared with another column, so only a missing unit becomes a question. */
export function checkPlainUnits(
  group: 'figures' | 'standards',
  { columns, stated, chosen, everyCell }: GroupUnits,
): UnitCheck[] {
  if (columns.length === 0) return [];
  return [
    {
      group,
      columns,
      stated,
      chosen,
      suggested: null,
      question: chosen === null && stated === null && everyCell !== true,
      readings: groupUnits[group].map((unit) => ({ unit, fits: 0, of: 0 })),
    },
  ];
}

/** A cell that may mean one thing or another, with its meaning by unit. */
export interface DoubtfulCell {
  readonly row: number;
  readonly typed: string;
  readonly meanings: Readonly<Partial<Record<ColumnUnit, string>>>;
}

/**
 * Shares below 1 without a percent sign, and cells that give only a month: the person says once per column what they
 * mean.
 */
export function checkDoubtfulCells(
  group: 'percent' | 'days',
  columns: readonly number[],
  cells: readonly DoubtfulCell[],
  chosen: ColumnUnit | null,
): UnitCheck[] {
  const [first] = cells;
  if (!first) return [];
  return [
    {
      group,
      columns,
      stated: null,
      chosen,
      suggested: group === 'days' ? 'period-end' : null,
      question: chosen === null,
      readings: groupUnits[group].map((unit) => ({
        unit,
        fits: 0,
        of: cells.length,
        means: { row: first.row, typed: first.typed, value: first.meanings[unit] ?? '' },
      })),
    },
  ];
}
