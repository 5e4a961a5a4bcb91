import { promisedIndicators } from '../standards/index.js';
import type { ConsequenceClause, ConsequenceKind } from './consequence-clause.js';

/**
 * How papers and people name the clauses of a contract, given in the order they were written down, the ended ones among
 * them: `pay-gap`, the second of the kind `pay-gap-2`. No clause ever takes the name of another.
 */
export function clauseNames(
  clauses: readonly { readonly id: string; readonly kind: ConsequenceKind }[],
): ReadonlyMap<string, string> {
  const seen = new Map<ConsequenceKind, number>();
  return new Map(
    clauses.map(({ id, kind }) => {
      const nth = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, nth);
      return [id, nth === 1 ? kind : `${kind}-${nth}`];
    }),
  );
}

/**
 * What a clause says, fact by fact as texts: cureDays in natural days, percent of the shortfall, threshold from which
 * verdict on, indicators with commas. What its kind does not need is not there.
 */
export const clauseFacts = ({
  cureDays,
  percent,
  from,
  indicators,
  text,
}: Omit<ConsequenceClause, 'id' | 'kind'>): Record<string, string> => ({
  ...(cureDays === null ? {} : { cureDays: String(cureDays) }),
  ...(percent === null ? {} : { percent }),
  threshold: from,
  indicators: promisedIndicators.filter((one) => indicators.includes(one)).join(','),
  text,
});

/**
 * All of these clauses as facts of their contract: `consequence.pay-gap.percent`. What has ended says nothing, and
 * keeps its name.
 */
export function consequenceFacts(
  clauses: readonly (ConsequenceClause & { readonly ended: boolean })[],
): Record<string, string> {
  const names = clauseNames(clauses);
  return Object.fromEntries(
    clauses
      .filter(({ ended }) => !ended)
      .flatMap((clause) =>
        Object.entries(clauseFacts(clause)).map(([fact, value]) => [
          `consequence.${names.get(clause.id)}.${fact}`,
          value,
        ]),
      ),
  );
}
