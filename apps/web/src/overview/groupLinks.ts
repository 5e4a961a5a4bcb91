import type { TranslateFunction } from 'ra-core';
import type { Verdict } from '../parts/marks/verdict.js';
import { addressOf, type Grouping, type PerMuGroup, type Question } from '../portfolio/index.js';

/** The filter of the contract list behind each row. */
const narrowsBy: Readonly<Record<Grouping, string>> = {
  park: 'park',
  industry: 'industry',
  year: 'signed',
  officer: 'handler',
};

/** What is asked, and how its answer is grouped. */
export interface Grouped {
  readonly question: Question;
  readonly by: Grouping;
  /** The whole zone. */
  readonly all: PerMuGroup;
  readonly today: string;
}

export interface GroupLinks {
  /** The contracts of a group; of the whole zone if the group has no key. */
  readonly rowTo: (group: PerMuGroup) => string;
  /** The page of missed commitments behind a number of verdicts. */
  readonly missedTo: (group: PerMuGroup) => (verdict: Verdict) => { address: string; said: string } | null;
}

export const groupLinks = (translate: TranslateFunction, { question, by, today }: Grouped): GroupLinks => ({
  rowTo: (group) =>
    addressOf(
      '/contracts',
      question,
      { counted: '1', ...(group.key === null ? {} : { [narrowsBy[by]]: group.key }) },
      today,
    ),
  missedTo: (group) => (verdict) =>
    // The missed page is about today; for a past day its rows would not add up to the number.
    question.moment === null && (verdict === 'breach' || verdict === 'warning' || verdict === 'no-data')
      ? {
          address: addressOf(
            '/missed-promises',
            question,
            {
              worst: verdict,
              verdict: verdict === 'no-data' ? verdict : null,
              ...(group.key === null ? {} : { [narrowsBy[by]]: group.key }),
            },
            today,
          ),
          said: translate('overview.missedOf', {
            name: group.key === null ? translate('overview.whole') : group.name,
            year: question.year,
            verdict: translate(`parts.verdict.${verdict}`),
            smart_count: group.verdicts[verdict],
          }),
        }
      : null,
});
