import { headerText, numberText, readable, unitOfWord, type ColumnUnit, type GridCell } from '../imports/index.js';
import { decimal, decimalText, plain, roundForShow, splitUnit } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';

/** An item of the round, with the name and unit of its formula. */
export interface SheetItem {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/** Stored decimal places; a calculated share often has more. */
const PLACES = 6;

/** —, / and 无 count as an empty cell. */
export const isEmptyMark = ({ text, formula }: GridCell): boolean =>
  formula !== 'uncached' && /^[\s\-—－–/／]*$|^(无|n\/a)$/iu.test(text.trim());

/** The factor that converts a number under this header to the unit of the item; null: the units do not fit. */
export function factorUnder(header: readonly string[], item: SheetItem): { readonly factor: string } | null {
  const stated = header
    .map((text) => headerText(text).unit)
    .filter((unit) => unit !== undefined)
    .at(-1);
  const factor = stated === undefined ? '1' : factorOf(stated, item);
  return factor === null ? null : { factor };
}

const isShare = (unit: string): boolean => unit === '' || /^(比值|比例|比率|ratio)$/i.test(unit);

function factorOf(stated: ColumnUnit, { unit }: SheetItem): string | null {
  const own = unitOfWord(unit);
  if (stated === own) return '1';
  if (stated === 'percent') return isShare(unit) ? '0.01' : null;
  if (stated === 'yuan-per-mu' && own === 'wan-per-mu') return '0.0001';
  return null;
}

const folded = (unit: string): string => unit.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

/**
 * The value of a cell in the unit of the item, with six decimal places. A unit in the cell takes precedence over the
 * header's. A cell formatted as a percentage contains the share itself. Refuses `decimal.format`, `decimal.range` and
 * `evaluation.sheet-unit` (the units do not fit).
 */
export function itemValue(
  found: GridCell,
  item: SheetItem,
  { factor }: { readonly factor: string },
): { value: string; rounded: boolean } {
  const cell = readable(found, () => undefined);
  const { number, word } = splitUnit(numberText(cell, () => undefined));
  const unit = word === '' ? undefined : unitOfWord(word);
  const own =
    word === ''
      ? cell.shown === 'percent'
        ? unitOfWord(item.unit) === 'percent'
          ? '100'
          : '1'
        : factor
      : folded(word) === folded(item.unit)
        ? '1'
        : unit
          ? factorOf(unit, item)
          : null;
  // Report a cell that is no number as such, even if its unit is wrong too.
  if (!/^\d{1,12}(\.\d+)?$/.test(number)) decimalText(number);
  if (own === null) throw new Refusal('evaluation.sheet-unit', { unit: item.unit });
  const exact = decimal(number).times(own);
  const value = roundForShow(exact, PLACES);
  return { value: decimalText(plain(value)), rounded: !exact.eq(value) };
}
