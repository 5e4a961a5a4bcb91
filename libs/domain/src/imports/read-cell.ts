import { type Day } from '../days/index.js';
import { normaliseCreditCode, creditCode, storedName } from '../enterprises/index.js';
import {
  type AreaUnit,
  type MoneyUnit,
  type TypedArea,
  type TypedMoney,
  decimal,
  decimalText,
  narrowDigits,
  splitUnit,
  typedArea,
  typedMoney,
  withoutFloatNoise,
} from '../quantities/index.js';
import { Refusal, isRefusal } from '../refusal/index.js';
import { unitOfWord, type ColumnUnit, type PromiseUnit } from './column-units.js';
import type { GridCell } from './grid.js';
import { dayOfCell } from './read-day.js';
import { periodOfCell } from './read-period.js';

/** Corrections made to a cell, or facts to look at. The person sees them counted and marked. */
export const cellNotices = [
  'uscc.lower-case',
  'text.spaces',
  'digits.full-width',
  'formula.cached',
  'merged.filled',
  'row.hidden',
  'column.hidden',
  'figure.falls',
  'figure.scale',
  'year.from-title',
  'number.scaled',
  'number.negative',
  'date.rounded-up',
  'date.time-dropped',
  'date.period',
] as const;
export type CellNotice = (typeof cellNotices)[number];

/** Collects the notices while a cell is read. */
export type Notify = (notice: CellNotice) => void;

/**
 * Returns the cell if it has a value. Refuses `cell.error` (an error value) and `cell.uncalculated` (a formula without
 * a stored result).
 */
export function readable(cell: GridCell, notify: Notify): GridCell {
  if (cell.type === 'error') throw new Refusal('cell.error', { value: cell.text.slice(0, 20) });
  if (cell.formula === 'uncached') throw new Refusal('cell.uncalculated', {});
  if (cell.formula === 'cached') notify('formula.cached');
  return cell;
}

/** Refuses what {@link storedName} refuses; line breaks become spaces. */
export function nameOf(cell: GridCell, notify: Notify): string {
  const { name, notices } = storedName(cell.text.replace(/[\r\n]+/gu, ' '));
  if (notices.length > 0) notify('text.spaces');
  return name;
}

/** A note keeps its own spaces and line breaks. Refuses the characters that {@link storedName} refuses. */
export function textOf(cell: GridCell): string {
  storedName(cell.text.replace(/[\r\n\t]+/gu, ' '), 2_000);
  return cell.text.trim();
}

/**
 * Lower case, width and spaces are corrected. Refuses `uscc.number` (a code stored as a number has lost its last
 * digits) and `uscc.check`.
 */
export function creditCodeOf(cell: GridCell, notify: Notify): string {
  if (cell.type === 'number' || /^\d(\.\d+)?e\+?\d+$/i.test(cell.text.trim())) throw new Refusal('uscc.number', {});
  const code = creditCode(cell.text);
  if (cell.text !== code)
    notify(
      normaliseCreditCode(cell.text.toLowerCase()) === code && /[a-z]/.test(cell.text)
        ? 'uscc.lower-case'
        : 'text.spaces',
    );
  return code;
}

/** "12,000" → "12000". Only groups of three digits count; any other comma makes it no number. */
const ungrouped = (number: string): string =>
  /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replaceAll(',', '') : number;

/**
 * A number as its format shows it: 134000000 as `0!.0,"万元"` is 13400 万元. A unit in the format is the unit of the cell,
 * so nobody imports what the sheet does not show. Other words of a format (个, 年) are no units.
 */
export function shownNumber({ text, scale = 0, suffix }: Pick<GridCell, 'text' | 'scale' | 'suffix'>): string {
  const number = decimal(withoutFloatNoise(text)).div(decimal('10').pow(scale)).toFixed();
  const unit = suffix?.normalize('NFKC').trim() ?? '';
  return unitOfWord(unit) ? `${number} ${unit}` : number;
}

/** Brackets around a number mean minus, as bookkeepers write: (85.50) is -85.50. */
const bracketed = /^\(\s*([\d.,]+)\s*\)/u;

/**
 * The number as typed, with its unit if any: floating-point noise removed, full width narrowed, thousands groups
 * joined.
 */
export function numberText(cell: GridCell, notify: Notify): string {
  if (cell.type === 'number') {
    if (cell.scale) notify('number.scaled');
    return shownNumber(cell);
  }
  const plainText = cell.text
    .trim()
    .replace(/^（/u, '(')
    .replace('）', ')')
    .replace(/^[−－﹣]/u, '-');
  const narrow = narrowDigits(plainText).replace(bracketed, '-$1');
  if (narrowDigits(plainText) !== plainText) notify('digits.full-width');
  const { number, word } = splitUnit(narrow);
  return `${ungrouped(number)} ${word}`.trim();
}

/** A plain number without a unit. Refuses `decimal.format` and `decimal.range`. */
export function numberOf(cell: GridCell, notify: Notify): string {
  return decimalText(numberText(cell, notify));
}

/** Refuses `decimal.format` if the cell has words only (壹佰万元, NaN, TRUE). */
function numberWithUnit(cell: GridCell, notify: Notify): string {
  const text = numberText(cell, notify);
  if (!/\d/.test(text)) throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  return text;
}

/**
 * The word before an amount of a supplement. "+20" and 增加20 are added; "=40" and 变更为40 replace. Without a word, the
 * contract decides which is meant.
 */
export type Amending = 'added' | 'changed';
const amendingWords: readonly (readonly [RegExp, Amending])[] = [
  [/^\s*(?:[+＋]|新增|增加)\s*/u, 'added'],
  [/^\s*(?:[=＝]|变更为|调整为|改为)\s*/u, 'changed'],
];

/** Reads the amount after such a word and returns both. */
export function withAmending<Amount>(
  cell: GridCell,
  read: (cell: GridCell) => Amount,
): Amount | (Amount & { readonly amending: Amending }) {
  const [pattern, amending] = amendingWords.find(([word]) => cell.type === 'text' && word.test(cell.text)) ?? [];
  if (!pattern || !amending) return read(cell);
  const amount = read({ ...cell, text: cell.text.replace(pattern, '') });
  return typeof amount === 'object' ? { ...amount, amending } : amount;
}

/** An area in 亩, or 无: no land. Refuses `decimal.format` and what {@link typedArea} refuses. */
export function areaOf(cell: GridCell, unit: ColumnUnit | null, notify: Notify): TypedArea | 'no-land' {
  if (/^(无|无用地|无地|不供地)$/u.test(cell.text.trim())) return 'no-land';
  return {
    ...typedArea(numberWithUnit(cell, notify), (unit ?? undefined) as AreaUnit | undefined),
    asTyped: cell.type === 'number' ? withoutFloatNoise(cell.text) : cell.text,
  };
}

/**
 * An amount in 万元. Refuses `decimal.format` and what {@link typedMoney} refuses. Only tax may be negative: a refund of
 * an earlier year (退税).
 */
export function moneyOf(
  cell: GridCell,
  unit: ColumnUnit | null,
  notify: Notify,
  { mayBeNegative = false }: { readonly mayBeNegative?: boolean } = {},
): TypedMoney {
  const text = numberWithUnit(cell, notify);
  const negative = mayBeNegative && text.startsWith('-');
  const amount = typedMoney(negative ? text.slice(1) : text, (unit ?? undefined) as MoneyUnit | undefined);
  const minus = negative && !decimal(amount.wan).isZero();
  if (minus) notify('number.negative');
  return {
    ...amount,
    ...(minus ? { wan: `-${amount.wan}`, value: `-${amount.value}` } : {}),
    asTyped: cell.type === 'number' ? withoutFloatNoise(cell.text) : cell.text,
  };
}

export type PromisedAmount = (
  { readonly side: 'per-mu'; readonly perMuWan: string } | { readonly side: 'total'; readonly totalWan: string }
) & { readonly value: string; readonly unit: PromiseUnit; readonly asTyped: string };

/**
 * Reads a promised amount in the unit of the cell, or of its column group. Refuses `unit.missing`, `unit.unknown`,
 * `decimal.format` and `decimal.range`.
 */
export function promiseOf(cell: GridCell, unit: PromiseUnit | null, notify: Notify): PromisedAmount {
  const text = numberText(cell, notify);
  const asTyped = cell.type === 'number' ? withoutFloatNoise(cell.text) : cell.text;
  const { number, word } = splitUnit(text);
  const typed = word === '' ? unit : ofFormat(cell, unit, promiseWords[word]);
  if (word !== '' && !typed && decimalLooks(number))
    throw new Refusal('unit.unknown', { units: Object.keys(promiseWords) });
  if (word !== '' && !typed) throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  const value = decimalText(number);
  if (!typed) throw new Refusal('unit.missing', { units: Object.keys(promiseWords) });
  const entered = { value, unit: typed, asTyped };
  switch (typed) {
    case 'wan-per-mu':
      return { side: 'per-mu', perMuWan: value, ...entered };
    case 'yuan-per-mu':
      return { side: 'per-mu', perMuWan: decimalText(decimal(value).div(10_000).toFixed()), ...entered };
    case 'wan-total':
      return { side: 'total', totalWan: value, ...entered };
    case 'yi-total':
      return { side: 'total', totalWan: decimalText(decimal(value).times(10_000).toFixed()), ...entered };
  }
}

/** A format that shows 万元 in a column of 万元/亩 repeats the unit of the column; it makes the amount no total. */
const ofFormat = (cell: GridCell, unit: PromiseUnit | null, typed: PromiseUnit | undefined): PromiseUnit | undefined =>
  cell.type === 'number' && unit === 'wan-per-mu' && typed === 'wan-total' ? unit : typed;

const promiseWords: Readonly<Record<string, PromiseUnit>> = {
  '万元/亩': 'wan-per-mu',
  '万/亩': 'wan-per-mu',
  '元/亩': 'yuan-per-mu',
  万元: 'wan-total',
  万: 'wan-total',
  亿元: 'yi-total',
  亿: 'yi-total',
};
const decimalLooks = (number: string): boolean => /\d/.test(number);

/** The number of a cell, with the unit in the cell if any; undefined if it is no number. Only for comparing units. */
export function bareEntry(cell: GridCell | undefined): { value: string; unit: ColumnUnit | null } | undefined {
  if (!cell || cell.type === 'error' || cell.text.trim() === '') return undefined;
  try {
    const { number, word } = splitUnit(numberText(cell, () => undefined));
    return { value: decimalText(number), unit: word === '' ? null : (unitOfWord(word) ?? null) };
  } catch (refused) {
    if (isRefusal(refused)) return undefined;
    throw refused;
  }
}

/** A share below 1 that neither its format nor a sign marks as a percentage: 0.038 may be 3.8 %. */
export function isBareFraction(cell: GridCell | undefined): boolean {
  const entry = cell?.shown === 'percent' || cell?.text.includes('%') ? undefined : bareEntry(cell);
  return entry !== undefined && decimal(entry.value).gt(0) && decimal(entry.value).lt(1);
}

/**
 * 3.8 in a percent column, "3.8%", or 0.038 formatted as a percentage; a bare 0.038 is 3.8 % if the column is said to
 * hold fractions. Refuses `decimal.range` above 100.
 */
export function percentOfCell(cell: GridCell, notify: Notify, unit: ColumnUnit | null = null): string {
  const text = numberText(cell, notify).replace(/\s*%$/, '');
  const fraction = cell.shown === 'percent' || (unit === 'fraction' && isBareFraction(cell));
  const value = fraction ? decimal(text).times(100).toFixed() : text;
  return decimalText(value, { max: '100' });
}

/** 2025, "2025年", "2025年度". Refuses `year.format`. */
export function yearOfCell(cell: GridCell): number {
  const match = /^(19\d{2}|20\d{2}|2100)(\.0+)?\s*(年|年度)?$/u.exec(narrowDigits(cell.text).trim());
  if (!match) throw new Refusal('year.format', {});
  return Number(match[1]);
}

/** A day, or the end of a month, quarter, half or year (its first day if the column says so). */
export function dayOrPeriodOf(cell: GridCell, system: 1900 | 1904, unit: ColumnUnit | null, notify: Notify): Day {
  const period = periodOfCell(cell);
  if (!period) return dayOfCell(cell, system, notify);
  notify('date.period');
  return unit === 'period-first' ? period.first : period.last;
}

export type FullProductionEntry = { readonly year: number } | { readonly day: Day };

/** 达产: a year, or a day. Refuses what {@link dayOfCell} refuses. */
export function fullProductionOf(
  cell: GridCell,
  system: 1900 | 1904,
  notify: Notify,
  unit: ColumnUnit | null = null,
): FullProductionEntry {
  if (/^(19|20)\d{2}(\.0+)?\s*(年|年度)?$/u.test(narrowDigits(cell.text).trim())) return { year: yearOfCell(cell) };
  return { day: dayOrPeriodOf(cell, system, unit, notify) };
}
