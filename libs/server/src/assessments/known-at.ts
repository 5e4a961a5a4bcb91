import { sourceRanks, sourcesOf, type ActualSource } from '@crm/domain/commitments';
import { promisedIndicators, type PromisedIndicator } from '@crm/domain/standards';

/** A condition for any append-only table: known now, or known at an instant (`$n`). */
export const knownAt = (alias: string, instant: string | null): string =>
  instant === null
    ? `${alias}.known_to IS NULL`
    : `(${alias}.known_from <= ${instant} AND (${alias}.known_to IS NULL OR ${alias}.known_to > ${instant}))`;

/** Indicators in the order of display. */
export const inOrder = (column: string): string =>
  `array_position(ARRAY[${promisedIndicators.map((indicator) => `'${indicator}'`).join(', ')}], ${column})`;

const ranked = (sources: readonly ActualSource[]): string =>
  `ARRAY[${sources.map((source) => `'${source}'`).join(', ')}]`;
const RANKS = `CASE indicator ${Object.keys(sourceRanks)
  .map((indicator) => `WHEN '${indicator}' THEN ${ranked(sourcesOf(indicator as PromisedIndicator))}`)
  .join(' ')} ELSE ${ranked(sourcesOf('output'))} END`;

/**
 * Which of several figures of a year counts, as ORDER BY: the chosen one, the source of the highest rank, a verified
 * one, the latest known (the domain's rule in SQL, `figureOf`). `alias` is of the table actual.
 */
export const countsFirst = (alias: string, instant: string | null): string =>
  `${alias}.id IN (SELECT h.actual_id FROM figure_choice h WHERE ${knownAt('h', instant)}) DESC,
   array_position(${RANKS.replace('CASE indicator', `CASE ${alias}.indicator`)}, ${alias}.source),
   coalesce(${alias}.verified_at <= ${instant ?? 'now()'}, false) DESC,
   ${alias}.known_from DESC,
   ${alias}.id`;

/** The land of a contract as known: granted parcels, otherwise those in actual use (the domain's rule in SQL). */
export const areaKnownAt = (contract: string, instant: string): string =>
  `(
     SELECT
       coalesce(
         sum(l.area_mu) FILTER (WHERE l.basis = 'granted'), sum(l.area_mu) FILTER (WHERE l.basis = 'actual-use')
       )
     FROM parcel l
     WHERE l.contract_id = ${contract}.id AND ${knownAt('l', instant)}
   )`;

/** The full production of a contract as known: the earlier value until a supplement changed it. */
export const fullProductionKnownAt = (
  contract: string,
  instant: string | null,
): { from: string; year: string; day: string } => {
  if (instant === null)
    return { from: '', year: `${contract}.full_production_year`, day: `${contract}.full_production_on` };
  const either = (was: string, is: string): string =>
    `CASE WHEN earlier.id IS NULL THEN ${contract}.${is} ELSE earlier.${was} END`;
  return {
    from: `
      LEFT JOIN contract_full_production earlier
        ON earlier.contract_id = ${contract}.id AND earlier.known_from <= ${instant} AND earlier.known_to > ${instant}
    `,
    year: either('year', 'full_production_year'),
    day: either('day', 'full_production_on'),
  };
};

/**
 * The first calendar year owed in full: from the clause of the commitment, otherwise from the contract's day (its first
 * full year), otherwise from its year.
 */
export const firstYearOwed = (term: string, contract: string): string =>
  `coalesce(${term}.from_year, CASE WHEN ${contract}.full_production_on IS NULL THEN ${contract}.full_production_year ELSE extract(year FROM ${contract}.full_production_on - 1)::int + 1 END)`;
