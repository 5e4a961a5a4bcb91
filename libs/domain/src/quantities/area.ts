import { Refusal } from '../refusal/index.js';
import { type Amount, Decimal, decimal, decimalText, narrowDigits } from './decimal.js';

/** 亩, ㎡, 公顷. Areas are stored in 亩; the typed value is kept with its unit. */
export const areaUnits = ['mu', 'sqm', 'hectare'] as const;
export type AreaUnit = (typeof areaUnits)[number];

/** 面积口径: granted 出让, actually used 实际用地, leased factory floor 租赁. A leased floor is measured in ㎡ and is not land. */
export const areaBases = ['granted', 'actual-use', 'leased-floor'] as const;
export type AreaBasis = (typeof areaBases)[number];

/** 亩 per unit. 1 亩 = 2000/3 ㎡, so 1 ㎡ = 0.0015 亩 exactly. The common factor 667 is wrong in the fourth digit. */
const muPer: Record<AreaUnit, string> = { mu: '1', sqm: '0.0015', hectare: '15' };

/** Decimal places of a `numeric(18,6)` column. An entry in ㎡ with two decimals fits exactly. */
export const storedPlaces = 6;
export const smallestAreaMu = '0.001';
export const largestAreaMu = '1000000';

/** For display only, never for storing: the result rarely has a finite number of digits. */
export const sqmFromMu = (areaMu: Amount): Decimal => decimal(areaMu).times(2000).div(3);

/**
 * Converts an entered area to 亩, exactly. Refuses `area.zero`, `area.range` (below 0.001 or above 1,000,000 亩) and
 * `area.too-fine` (more than six decimal places). Rounding here would change the entry silently.
 */
export function areaMuOf(entry: { value: Amount; unit: AreaUnit }): Decimal {
  const mu = decimal(entry.value).times(muPer[entry.unit]);
  if (mu.isZero()) throw new Refusal('area.zero', {});
  if (mu.lt(smallestAreaMu) || mu.gt(largestAreaMu))
    throw new Refusal('area.range', { minMu: smallestAreaMu, maxMu: largestAreaMu });
  if (mu.decimalPlaces() > storedPlaces) throw new Refusal('area.too-fine', { unit: entry.unit, places: storedPlaces });
  return mu;
}

const areaWords: Readonly<Record<string, AreaUnit>> = {
  亩: 'mu',
  mu: 'mu',
  平方米: 'sqm',
  平米: 'sqm',
  平方: 'sqm',
  m2: 'sqm',
  sqm: 'sqm',
  公顷: 'hectare',
  ha: 'hectare',
  hectare: 'hectare',
};

export interface TypedArea {
  readonly areaMu: string;
  readonly value: string;
  readonly unit: AreaUnit;
  readonly asTyped: string;
}

/**
 * Reads an area as typed: "18731㎡", "36.04 亩", "2.5公顷". Without a unit in the text, the unit of the field applies.
 * Refuses `unit.missing` (neither has one), `unit.unknown` (not an area unit), and what {@link decimalText} and
 * {@link areaMuOf} refuse.
 */
export function typedArea(text: string, fieldUnit?: AreaUnit): TypedArea {
  const { number, word } = splitUnit(text);
  const unit = word === '' ? fieldUnit : areaWords[word];
  if (!unit) throw new Refusal(word === '' ? 'unit.missing' : 'unit.unknown', { units: areaUnits });
  const value = decimalText(number);
  return { areaMu: areaMuOf({ value, unit }).toFixed(), value, unit, asTyped: text };
}

/** "66.3 亿元" → number "66.3", word "亿元". Only the word is normalised (㎡ → m2). */
export function splitUnit(text: string): { number: string; word: string } {
  const [, number = '', word = ''] = /^([+-]?[\d.,]*)\s*(.*)$/su.exec(narrowDigits(text).trim()) ?? [];
  return { number, word: word.normalize('NFKC').trim().toLowerCase() };
}
