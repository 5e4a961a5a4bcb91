import type { CheckUpRow } from '@crm/api-contract/progress';
import type { TranslateFunction } from 'ra-core';
import { NONE, showDecimal } from '../parts/text/numbers.js';

type Flag = CheckUpRow['flags'][number];

/** Three places say 14.995 %, which two would round to the limit it misses. */
export const plainPercent = (percent: string): string => showDecimal(percent, 3).replace(/\.?0+$/, '');

export const glyphOf = ({ rule }: Flag): 'breach' | 'warning' => (rule === 'not-started' ? 'breach' : 'warning');

/** The rule's sentence with its number, its limit and the day it was first so. */
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
