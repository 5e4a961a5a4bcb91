import { headerText, unitOfWord, type ColumnUnit, type HeaderText } from './column-units.js';
import { samplesFit, type SampleShape } from './column-samples.js';
import type { Field } from './fields.js';
import { perMu, promising, type HeaderParts } from './header-parts.js';

/** The parts of a header, from top to bottom. A text that is only a unit (（亩）) is not a name. */
export interface HeaderOfColumn {
  readonly leaf: HeaderText;
  readonly above: string;
  readonly joined: string;
  readonly unit: ColumnUnit | undefined;
}

const onlyUnit = (text: string): ColumnUnit | undefined =>
  unitOfWord(text.normalize('NFKC').replace(/^[([]|[)\]]$/gu, ''));

export function headerOfColumn(header: readonly string[]): HeaderOfColumn {
  const names = header.filter((text) => !onlyUnit(text));
  const unit = [...header]
    .reverse()
    .reduce<ColumnUnit | undefined>((found, text) => found ?? onlyUnit(text) ?? headerText(text).unit, undefined);
  return {
    leaf: headerText(names.at(-1) ?? ''),
    above: names
      .slice(0, -1)
      .map((text) => headerText(text).bare)
      .join(' '),
    joined: headerText(names.join('')).name,
    unit,
  };
}

/** From this score on a header counts as the field; below it, nothing is guessed. */
export const LIKELY = 6;
/** From this score on the header is a known name. */
export const SURE = 30;

const perMuUnits: readonly (ColumnUnit | undefined)[] = ['wan-per-mu', 'yuan-per-mu'];
const areaUnits: readonly (ColumnUnit | undefined)[] = ['mu', 'sqm', 'hectare'];
const moneyUnits: readonly (ColumnUnit | undefined)[] = ['yuan', 'wan', 'yi'];

/**
 * How well a column fits a field: a known name under a known header 40, a known name 30, without its bracket 20,
 * containing it 10, its parts 8. Unit and samples add to the score or reduce it; a known name keeps its score.
 */
export function matchOf(
  header: HeaderOfColumn,
  field: Field,
  parts: HeaderParts | undefined,
  shape: SampleShape | undefined,
): number {
  const named = nameScore(header, field);
  if (named >= SURE) return named;
  const looks = samplesFit(field.reads, shape);
  const score = Math.max(named, parts ? partScore(header, field, parts) : 0);
  // Credit codes are recognised by themselves.
  if (score === 0) return ['credit-code', 'firm-code'].includes(field.reads) && looks === 1 ? LIKELY : 0;
  return score + unitScore(header, field) + (looks === -1 ? -8 : looks * 2);
}

function nameScore({ leaf, above, joined }: HeaderOfColumn, field: Field): number {
  const { names } = field;
  if (names.includes(leaf.name)) return above && field.under?.some((name) => above.includes(name)) ? 40 : 30;
  if (names.includes(joined)) return 30;
  if (names.includes(leaf.bare)) return 20;
  return names.some((name) => name.length >= 3 && leaf.bare.includes(name)) ? 10 : 0;
}

function partScore({ leaf, above, joined, unit }: HeaderOfColumn, field: Field, parts: HeaderParts): number {
  const text = leaf.name;
  if (text === '' || text.length > 24 || parts.not?.test(text)) return 0;
  const promised = promising.test(text) || promising.test(above) || perMuUnits.includes(unit);
  if (parts.has.test(text)) return field.reads === 'promise' && promised ? 9 : 8;
  if (promised && parts.whenPromised?.test(text)) return 9;
  return above !== '' && parts.has.test(joined) && !parts.not?.test(joined) ? 6 : 0;
}

function unitScore({ leaf, above, unit }: HeaderOfColumn, { reads }: Field): number {
  if (!unit) return 0;
  const aboutMu = perMuUnits.includes(unit) || (moneyUnits.includes(unit) && perMu.test(`${above}${leaf.name}`));
  switch (reads) {
    case 'promise':
      return perMuUnits.includes(unit) ? 3 : moneyUnits.includes(unit) ? 1 : -8;
    case 'money':
      return aboutMu ? -8 : moneyUnits.includes(unit) ? 2 : -8;
    case 'area':
      return areaUnits.includes(unit) ? 3 : -8;
    case 'percent':
      return unit === 'percent' ? 2 : -8;
    case 'standard':
      return 0;
    default:
      return -8;
  }
}

/** The unit of a column for its field: the lowest text that names one. An amount "per mu" in words is per mu. */
export function unitFor(header: readonly string[], field: Field | undefined): ColumnUnit | null {
  const { leaf, above, unit } = headerOfColumn(header);
  if (!unit || !field) return null;
  switch (field.reads) {
    case 'promise': {
      if (perMuUnits.includes(unit)) return unit;
      const each = perMu.test(`${above}${leaf.name}`);
      if (unit === 'wan') return each ? 'wan-per-mu' : 'wan-total';
      if (unit === 'yuan') return each ? 'yuan-per-mu' : null;
      return unit === 'yi' ? 'yi-total' : null;
    }
    case 'standard':
      return perMuUnits.includes(unit) ? unit : null;
    case 'area':
      return areaUnits.includes(unit) ? unit : null;
    case 'money':
      return moneyUnits.includes(unit) ? unit : null;
    case 'percent':
      return 'percent';
    default:
      return null;
  }
}
