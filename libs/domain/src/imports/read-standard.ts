import type { Day } from '../days/index.js';
import { decimal, decimalText, plain, splitUnit } from '../quantities/index.js';
import { Refusal } from '../refusal/index.js';
import type { Indicator, StandardPlace } from '../standards/index.js';
import type { ColumnUnit } from './column-units.js';
import { industryNamed, parkNamed, type Directory } from './directory.js';
import type { GridCell } from './grid.js';
import type { Notify } from './read-cell.js';
import { numberText } from './read-number.js';
import { dayOfCell } from './read-day.js';

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()]/gu, '')
    .toLowerCase();

const indicatorWords: Readonly<Record<string, Indicator>> = {
  固定资产投资: 'investment',
  固定资产投资强度: 'investment',
  固投: 'investment',
  投资强度: 'investment',
  投资: 'investment',
  亩均投资: 'investment',
  亩均固定资产投资: 'investment',
  产值: 'output',
  产值营收: 'output',
  '产值/营收': 'output',
  年产值: 'output',
  产值强度: 'output',
  营收: 'output',
  营业收入: 'output',
  亩均产值: 'output',
  亩均营收: 'output',
  investment: 'investment',
  output: 'output',
  tax: 'tax',
  税收: 'tax',
  年税收: 'tax',
  税收强度: 'tax',
  亩均税收: 'tax',
  纳税: 'tax',
  年纳税额: 'tax',
  税收贡献: 'tax',
};

/** Refuses `standard.indicator-unknown` if it is none of the three indicators with a standard. */
export function indicatorNamed(text: string): Indicator {
  const found = indicatorWords[folded(text).replace(/万?元\/亩$/u, '')];
  if (!found) throw new Refusal('standard.indicator-unknown', { value: text.slice(0, 64) });
  return found;
}

const levels: Readonly<Record<string, StandardPlace['kind']>> = {
  园区: 'park',
  园区类别: 'park-class',
  类别: 'park-class',
  地区: 'region',
  区域: 'region',
  市县: 'region',
  全区: 'zone',
  全省: 'zone',
  全市: 'zone',
};

/** Refuses `standard.level-unknown`. */
export function placeLevelNamed(text: string): StandardPlace['kind'] {
  const found = levels[folded(text)];
  if (!found) throw new Refusal('standard.level-unknown', { choices: '园区、园区类别、地区、全区' });
  return found;
}

const wholeZone = /^(全区|全省|全市|全域|全园|高新区|全高新区|整个高新区|所有园区|各园区|不限|全部|wholezone)$/u;

/**
 * The place of a standard. With a level, the name is looked up in it. Without one, it must be the whole zone, a park,
 * or a class or region that some park has. Refuses `park.unknown` and `standard.place-unknown`; nothing is guessed.
 */
export function standardPlaceNamed(
  text: string,
  level: StandardPlace['kind'] | null,
  directory: Directory,
): StandardPlace {
  const name = text.trim();
  if (level === 'zone' || (level === null && wholeZone.test(folded(name)))) return { kind: 'zone' };
  if (level === 'park') return { kind: 'park', key: parkNamed(name, directory).id };
  if (level !== null) return { kind: level, key: name };
  const { parks } = directory;
  const known = (of: 'parkClass' | 'region') => parks.some((park) => park[of] === name);
  if (known('parkClass')) return { kind: 'park-class', key: name };
  if (known('region')) return { kind: 'region', key: name };
  try {
    return { kind: 'park', key: parkNamed(name, directory).id };
  } catch {
    throw new Refusal('standard.place-unknown', { value: name.slice(0, 64) });
  }
}

/** null: every industry. Refuses `industry.unknown`. */
export const anyIndustryNamed = (text: string, directory: Directory): string | null =>
  /^(不限|不限产业|全部|全部产业|所有产业|各产业|任何产业|通用|-|—+|\/)$/u.test(folded(text))
    ? null
    : industryNamed(text, directory).id;

/** null: until further notice. Refuses what {@link dayOfCell} refuses. */
export const openDayOf = (cell: GridCell, system: 1900 | 1904): Day | null =>
  /^(长期|长期有效|至今|持续有效|无|不限|-|—+|\/)$/u.test(folded(cell.text)) ? null : dayOfCell(cell, system);

/** Refuses `yes-no.format`. */
export function yesNoOf(cell: GridCell): boolean {
  const text = folded(cell.text);
  if (/^(是|√|✓|y|yes|true|1|推算)$/u.test(text)) return true;
  if (/^(否|×|n|no|false|0|-|—+)$/u.test(text)) return false;
  throw new Refusal('yes-no.format', {});
}

/** A standard as typed; `perMuWan` null is 不设: the document sets no value. */
export interface StandardValue {
  readonly perMuWan: string | null;
  readonly value: string;
  readonly unit: 'wan-per-mu' | 'yuan-per-mu' | null;
}

const notSet = /^(不设|不设标准|未设|不作要求|不做要求|无|无要求|notset|\/|-|—+|–|–+)$/u;
const unitWords: Readonly<Record<string, NonNullable<StandardValue['unit']>>> = {
  '万元/亩': 'wan-per-mu',
  '万/亩': 'wan-per-mu',
  '元/亩': 'yuan-per-mu',
};

/**
 * Reads a standard in 万元/亩. 不设, 无 and a dash set no value on purpose; an empty cell never comes here. A number needs a
 * unit from the header, the cell or an answer. Refuses `unit.missing`, `unit.unknown` and `decimal.positive` (zero is
 * no standard).
 */
export function standardValueOf(cell: GridCell, unit: ColumnUnit | null, notify: Notify): StandardValue {
  if (notSet.test(folded(cell.text))) return { perMuWan: null, value: cell.text.trim(), unit: null };
  const { number, word } = splitUnit(numberText(cell, notify));
  const typed = word === '' ? (unit as StandardValue['unit']) : unitWords[word];
  const value = decimalText(number);
  if (typed === undefined) throw new Refusal('unit.unknown', { units: Object.keys(unitWords) });
  if (typed === null) throw new Refusal('unit.missing', { units: Object.keys(unitWords) });
  const perMuWan = typed === 'wan-per-mu' ? value : decimalText(decimal(value).div(10_000).toFixed());
  if (decimal(perMuWan).isZero()) throw new Refusal('decimal.positive', {});
  return { perMuWan: plain(perMuWan), value, unit: typed };
}
