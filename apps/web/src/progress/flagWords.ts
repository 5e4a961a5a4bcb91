import type { CheckUpRow } from '@crm/api-contract/progress';
import type { TranslateFunction } from 'ra-core';
import { NONE, showDecimal } from '../parts/text/numbers.js';

type Flag = CheckUpRow['flags'][number];

/** Three decimals show 14.995 %; two would round it to the limit that it misses. */
export const plainPercent = (percent: string): string => showDecimal(percent, 3).replace(/\.?0+$/, '');

export const glyphOf = ({ rule }: Flag): 'breach' | 'warning' => (rule === 'not-started' ? 'breach' : 'warning');

/** The sentence of the rule, with its number, its limit and its first day. */
export const flagSaid = (
  { rule, number, limit, since }: Flag,
  { lastMoneyOn }: CheckUpRow,
  translate: TranslateFunction,
): string =>
  translate(`progress.checkUp.said.${rule}`, {
    number: rule === 'money-behind' ? plainPercent(number) : number,
    limit,
    since,
    last: lastMoneyOn ?? NONE,
  });
