import type { Actual, Commitment, RampStep, Waiver } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { isPerMu, promisedIndicators, type PromisedIndicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { SIGNED_STATES, takesOverOn } from '../contracts/index.js';
import { promisedInAllOf } from './term.js';

/** Known now, or known at an instant (`$n`): the same question of every table that is only ever added to. */
export const knownAt = (alias: string, instant: string | null): string =>
  instant === null
    ? `${alias}.known_to IS NULL`
    : `(${alias}.known_from <= ${instant} AND (${alias}.known_to IS NULL OR ${alias}.known_to > ${instant}))`;

/** Indicators in the order in which they are shown. */
export const inOrder = (column: string): string =>
  `array_position(ARRAY[${promisedIndicators.map((indicator) => `'${indicator}'`).join(', ')}], ${column})`;

/**
 * The land of a contract as it was known: granted parcels, else those in actual use (the rule of the domain, in SQL).
 */
export const areaKnownAt = (contract: string, instant: string): string =>
  `(
     SELECT
       coalesce(
         sum(l.area_mu) FILTER (WHERE l.basis = 'granted'), sum(l.area_mu) FILTER (WHERE l.basis = 'actual-use')
       )
     FROM parcel l
     WHERE l.contract_id = ${contract}.id AND ${knownAt('l', instant)}
   )`;

/** The full production of a contract as it was known: until a supplement moved it, what it was before. */
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
 * The first calendar year owed in full: a clause of the commitment first, then the contract's day (its first full
 * year), then its year.
 */
export const firstYearOwed = (term: string, contract: string): string =>
  `coalesce(${term}.from_year, CASE WHEN ${contract}.full_production_on IS NULL THEN ${contract}.full_production_year ELSE extract(year FROM ${contract}.full_production_on - 1)::int + 1 END)`;

/** A commitment with the wording in force, and the standard kept on its signing day. */
export interface LoadedCommitment {
  readonly commitment: Commitment;
  readonly standard: { readonly id: string; readonly perMuWan: string | null; readonly documentNo: string } | null;
  readonly version: number;
  readonly measuredBy: 'output-value' | 'revenue' | null;
  /** As the clause writes it; null: it follows the contract's full production. */
  readonly fromYear: number | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signed: boolean;
  /** When its renewal was signed; before that day nothing had taken its place. */
  readonly renewedOn: string | null;
}

interface LoadedRow {
  id: string;
  contract_id: string;
  indicator: PromisedIndicator;
  version: number;
  master: 'per-mu' | 'total';
  per_mu_wan: string | null;
  total_wan: string | null;
  from_year: number | null;
  due_on: string | null;
  last_year: number | null;
  ramp: RampStep[];
  tolerance_percent: string | null;
  clause: string | null;
  measured_by: 'output-value' | 'revenue' | null;
  area_mu: string | null;
  signed_on: string | null;
  created_on: string;
  full_production_year: number | null;
  full_production_on: string | null;
  park_id: string;
  industry_id: string;
  standard_id: string | null;
  standard_per_mu: string | null;
  document_no: string | null;
  stands_from: string | null;
  stands_until: string | null;
  renewed_on: string | null;
}

/** Of these contracts, in the order of their indicators; by what is known now, or was known at an instant. */
export async function loadCommitments(
  rows: Rows,
  contractIds: readonly string[],
  instant: string | null = null,
): Promise<LoadedCommitment[]> {
  const at = instant === null ? null : '$2::timestamptz';
  const full = fullProductionKnownAt('c', at);
  const found = await rows.rows<LoadedRow>(
    `SELECT
       m.id, m.contract_id, m.indicator, m.version, t.master, t.per_mu_wan, t.total_wan, t.from_year, t.due_on,
       t.last_year, t.ramp, t.tolerance_percent, t.clause, t.measured_by,
       ${at ? areaKnownAt('c', at) : 'c.area_mu'} AS area_mu, c.signed_on, c.created_at::date AS created_on,
       ${full.year} AS full_production_year, ${full.day} AS full_production_on, c.park_id, c.industry_id,
       k.standard_id, k.per_mu_wan AS standard_per_mu, s.document_no,
       CASE WHEN c.renews_id IS NOT NULL THEN ${takesOverOn('c')} END AS stands_from,
       ${takesOverOn('n')} AS stands_until, n.signed_on AS renewed_on
     FROM commitment m
     JOIN contract c ON c.id = m.contract_id
     JOIN commitment_term t ON t.commitment_id = m.id AND ${knownAt('t', at)}
     LEFT JOIN contract_standard k ON k.contract_id = m.contract_id AND k.indicator = m.indicator
     LEFT JOIN provincial_standard s ON s.id = k.standard_id
     LEFT JOIN contract n ON n.renews_id = c.id AND n.status IN ${SIGNED_STATES} ${full.from}
     WHERE m.contract_id = ANY($1)
     ORDER BY m.contract_id, ${inOrder('m.indicator')}`,
    at ? [contractIds, instant] : [contractIds],
  );
  return found.map(loaded);
}

function loaded(row: LoadedRow): LoadedCommitment {
  const fullProduction =
    row.from_year !== null
      ? { year: row.from_year }
      : row.full_production_on !== null
        ? { day: row.full_production_on }
        : row.full_production_year !== null
          ? { year: row.full_production_year }
          : null;
  return {
    commitment: {
      id: row.id,
      contractId: row.contract_id,
      indicator: row.indicator,
      signedOn: row.signed_on ?? row.created_on,
      areaMu: row.area_mu && plain(row.area_mu),
      fullProduction,
      dueOn: row.due_on,
      ramp: row.ramp,
      lastYear: row.last_year,
      clause: row.clause,
      promised:
        row.master === 'per-mu'
          ? { side: 'per-mu', perMuWan: plain(row.per_mu_wan as string) }
          : promisedInAllOf(row.indicator, plain(row.total_wan as string)),
      tolerancePercent: row.tolerance_percent && plain(row.tolerance_percent),
      ...(row.measured_by ? { measuredBy: row.measured_by } : {}),
      ...(row.stands_from !== null || row.stands_until !== null
        ? { inForce: { from: row.stands_from, until: row.stands_until } }
        : {}),
    } as Commitment,
    standard:
      row.standard_id === null
        ? null
        : {
            id: row.standard_id,
            perMuWan: row.standard_per_mu && plain(row.standard_per_mu),
            documentNo: row.document_no ?? '',
          },
    version: row.version,
    measuredBy: row.measured_by,
    fromYear: row.from_year,
    parkId: row.park_id,
    industryId: row.industry_id,
    signed: row.signed_on !== null,
    renewedOn: row.renewed_on,
  };
}

/** The tolerance where no clause writes one, as known now or then. */
export async function defaultTolerance(rows: Rows, instant: string | null = null): Promise<string> {
  const row = await rows.one<{ tolerance_percent: string }>(
    `SELECT tolerance_percent
     FROM assessment_default d
     WHERE ${knownAt('d', instant === null ? null : '$1::timestamptz')}`,
    instant === null ? [] : [instant],
  );
  return plain(row?.tolerance_percent ?? '80');
}

/**
 * What is measured against the promises of these contracts, per contract. Ordered by id, so that of two equally good
 * figures the same one counts everywhere.
 */
export async function loadMeasured(rows: Rows, contractIds: readonly string[], instant: string | null = null) {
  const at = instant === null ? null : '$2::timestamptz';
  const values = at ? [contractIds, instant] : [contractIds];
  const figures = await rows.rows<{
    id: string;
    contract_id: string;
    indicator: PromisedIndicator;
    year: number;
    value_wan: string;
    source: Actual['source'];
    verified: boolean;
    known_from: Date;
  }>(
    `SELECT
       id, contract_id, indicator, year, value_wan, source,
       coalesce(verified_at <= ${at ?? 'now()'}, false) AS verified, known_from
     FROM actual a
     WHERE contract_id = ANY($1) AND ${knownAt('a', at)}
     ORDER BY id`,
    values,
  );
  const waived = await rows.rows<{ id: string; contract_id: string; indicator: PromisedIndicator; year: number }>(
    `SELECT w.id, m.contract_id, m.indicator, w.year
     FROM waiver w
     JOIN commitment m ON m.id = w.commitment_id
     WHERE m.contract_id = ANY($1) AND ${knownAt('w', at)}`,
    values,
  );
  const paid = await rows.rows<{ contract_id: string; paid: string }>(
    `SELECT contract_id, sum(paid_wan) AS paid
     FROM support_payment p
     WHERE contract_id = ANY($1) AND ${knownAt('p', at)}
     GROUP BY contract_id`,
    values,
  );
  const actuals = grouped(figures, (row): Actual => ({
    ...figureIn(row.indicator, row.value_wan),
    year: row.year,
    source: row.source,
    verified: row.verified,
    knownFrom: row.known_from.toISOString(),
    ref: row.id,
  }));
  const waivers = grouped(waived, (row): Waiver => ({ indicator: row.indicator, year: row.year, ref: row.id }));
  return { actuals, waivers, support: new Map(paid.map((row) => [row.contract_id, plain(row.paid)])) };
}

/** A stored value under the name of what it is: 万元, or a quantity in the unit of its indicator. */
export const figureIn = (indicator: PromisedIndicator, value: string) =>
  isPerMu(indicator) ? { indicator, wan: plain(value) } : { indicator, quantity: plain(value) };

function grouped<Row extends { contract_id: string }, Item>(
  rows: readonly Row[],
  of: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const known = groups.get(row.contract_id);
    if (known) known.push(of(row));
    else groups.set(row.contract_id, [of(row)]);
  }
  return groups;
}
