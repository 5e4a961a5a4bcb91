import type { contracts } from '@crm/api-contract/routes';
import type { AnswerOf } from '@crm/api-contract/wire';
import { type Question, usePerMu } from '../../portfolio/index.js';
import { isWholePortfolio, type Narrowing } from './listQuestion.js';
import { sumsOfGroup, sumsOfRows, type Sums } from './sums.js';

/**
 * Totals of the filter: from the server if the list is the portfolio, otherwise from the rows if all are loaded; null
 * if neither.
 */
export function useSums(
  question: Question,
  narrowing: Narrowing,
  page: AnswerOf<typeof contracts.list> | undefined,
): Sums | null {
  const whole = isWholePortfolio(narrowing);
  const { data } = usePerMu(question, 'none', whole);
  if (whole) return data?.groups[0] ? sumsOfGroup(data.groups[0]) : null;
  return page && page.total > 0 && page.data.length === page.total ? sumsOfRows(page.data) : null;
}
