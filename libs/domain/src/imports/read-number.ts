import { decimal, decimalText, narrowDigits, splitUnit, withoutFloatNoise } from '../quantities/index.js';
import { Refusal, isRefusal } from '../refusal/index.js';
import { unitOfWord, type ColumnUnit } from './column-units.js';
import type { GridCell } from './grid.js';
import type { Notify } from './read-cell.js';

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
export function numberWithUnit(cell: GridCell, notify: Notify): string {
  const text = numberText(cell, notify);
  if (!/\d/.test(text)) throw new Refusal('decimal.format', { integerDigits: 12, decimals: 6 });
  return text;
}

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
