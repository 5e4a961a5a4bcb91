import type { TranslateFunction } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';

/** Said on paper when one page does not show all rows: 本页 50 条，共 320 条. Empty if it does. */
export const shownWords = (
  { rows, total }: { readonly rows: readonly unknown[]; readonly total: number },
  translate: TranslateFunction,
): string =>
  rows.length < total
    ? `·${translate('progress.printShown', { shown: showDecimal(rows.length), total: showDecimal(total) })}`
    : '';
