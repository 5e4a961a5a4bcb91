import {
  type AreaUnit,
  type MoneyUnit,
  type TypedArea,
  type TypedMoney,
  decimal,
  decimalText,
  splitUnit,
  typedArea,
  typedMoney,
  withoutFloatNoise,
} from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { ColumnUnit, PromiseUnit } from './column-units.js';
import type { GridCell } from './grid.js';
import type { Notify } from './read-cell.js';
import { numberText, numberWithUnit } from './read-number.js';

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
