import type { Commitment, RampStep } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { SIGNED_STATES, takesOverOn } from '../contracts/index.js';
import { areaKnownAt, fullProductionKnownAt, inOrder, knownAt } from './known-at.js';

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
  total: string | null;
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
       m.id, m.contract_id, m.indicator, m.version, t.master, t.per_mu_wan, t.total, t.from_year, t.due_on,
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
          : promisedInAllOf(row.indicator, plain(row.total as string)),
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

/** As it is kept: of the three per mu an amount of 万元, of every other a quantity in its own unit. */
export const promisedInAllOf = (indicator: PromisedIndicator, stored: string): Commitment['promised'] =>
  isPerMu(indicator) ? { side: 'total', totalWan: stored } : { side: 'quantity', quantity: stored };
