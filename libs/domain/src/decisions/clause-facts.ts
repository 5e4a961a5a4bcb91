import { promisedIndicators } from '../standards/index.js';
import type { ConsequenceClause, ConsequenceKind } from './consequence-clause.js';

/**
 * Names of a contract's clauses: `pay-gap`, and `pay-gap-2` for the second of the kind. Pass them in the order they
 * were recorded, ended ones included, so that no clause ever takes the name of another.
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
 * A clause as text facts: cureDays in natural days, percent of the shortfall, threshold (verdict from which it
 * applies), indicators separated by commas. Facts that its kind does not have are left out.
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
 * All clauses as facts of their contract: `consequence.pay-gap.percent`. An ended clause has no facts but keeps its
 * name.
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
