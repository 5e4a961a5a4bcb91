import { type Amount, type Decimal, decimal, roundForShow } from './decimal.js';

/** "223" or "223.33", rounded half up, without the percent sign; null stays null. */
export const percentText = (percent: Amount | null, style: 'whole' | 'fine'): string | null =>
  percent === null ? null : roundForShow(percent, style === 'whole' ? 0 : 2);

/** 1 亩 = 2000/3 ㎡, exactly. */
export const muFromSqm = (areaSqm: Amount): Decimal => decimal(areaSqm).times('0.0015');
