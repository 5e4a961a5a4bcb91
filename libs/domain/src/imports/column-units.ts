import { type AreaUnit, type MoneyUnit } from '../quantities/index.js';
import type { PeriodUnit } from './read-period.js';

/** Units of the column group 对赌指标: per mu, or the whole amount. */
export const promiseUnits = ['wan-per-mu', 'yuan-per-mu', 'wan-total', 'yi-total'] as const;
export type PromiseUnit = (typeof promiseUnits)[number];
/** A share of 0.038 in a column of per cents is 0.038 %, or 3.8 %. */
export const percentUnits = ['percent', 'fraction'] as const;
export type ColumnUnit = AreaUnit | MoneyUnit | PromiseUnit | PeriodUnit | (typeof percentUnits)[number];

const words: Readonly<Record<string, ColumnUnit>> = {
  亩: 'mu',
  mu: 'mu',
  m2: 'sqm',
  平方米: 'sqm',
  平米: 'sqm',
  公顷: 'hectare',
  ha: 'hectare',
  元: 'yuan',
  人民币元: 'yuan',
  万元: 'wan',
  万: 'wan',
  人民币万元: 'wan',
  亿元: 'yi',
  亿: 'yi',
  '万元/亩': 'wan-per-mu',
  '万/亩': 'wan-per-mu',
  '元/亩': 'yuan-per-mu',
  '%': 'percent',
  百分比: 'percent',
};

/**
 * The unit that a word means, normalised (㎡ is m2, full width is ASCII). undefined for words like 吨标煤: that column has
 * only one unit and needs no choice.
 */
export const unitOfWord = (word: string): ColumnUnit | undefined =>
  words[
    word
      .normalize('NFKC')
      .replace(/\s|单位[:：]?/gu, '')
      .toLowerCase()
  ];

export interface HeaderText {
  /** Normalised, without the unit; compared with the known names. */
  readonly name: string;
  /** The same without brackets: 产值（营收） → 产值. */
  readonly bare: string;
  readonly unit?: ColumnUnit;
}

/** Splits a header into name and unit: 总投资（亿元） is 总投资 in 亿元. 企业名称(乙方) has no unit and keeps its bracket. */
export function headerText(header: string): HeaderText {
  const folded = header
    .normalize('NFKC')
    .replace(/[\s*＊:：]/gu, '')
    .toLowerCase();
  let unit: ColumnUnit | undefined;
  const unitless = folded.replace(/\(([^()]*)\)|\[([^[\]]*)\]/gu, (bracket, round?: string, square?: string) => {
    const found = unitOfWord(round ?? square ?? '');
    unit ??= found;
    return found ? '' : bracket;
  });
  // The unit after a separator instead of in brackets: 面积/亩, 投资额-万元.
  const [, before, tail] = /^(.+?)[/\-_,、](亩|m2|平方米|公顷|元|万元|亿元|万元\/亩|元\/亩|%)$/u.exec(unitless) ?? [];
  const name = unit === undefined && before !== undefined && tail !== undefined ? before : unitless;
  unit ??= tail === undefined ? undefined : unitOfWord(tail);
  return { name, bare: name.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ''), ...(unit ? { unit } : {}) };
}
