import type { Commitment } from '@crm/domain/commitments';
import { plain } from '@crm/domain/quantities';
import { isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import type { RowOf, Rows } from '@crm/platform/db';
import { commitmentTable, commitmentTermTable } from '../commitments/commitment.entity.js';
import { SIGNED_STATES, contractTable, contractsKnownAt, takesOverOn } from '../contracts/index.js';
import { areaKnownAt, fullProductionKnownAt, inOrder, knownAt } from './known-at.js';

/** A commitment with the wording in force, and the standard kept on its signing day. */
export interface LoadedCommitment {
  readonly commitment: Commitment;
  readonly standard: { readonly id: string; readonly perMuWan: string | null; readonly documentNo: string } | null;
  readonly version: number;
  readonly measuredBy: 'output-value' | 'revenue' | null;
  /** As in the clause; null: it follows the contract's full production. */
  readonly fromYear: number | null;
  readonly parkId: string;
  readonly industryId: string;
  readonly signed: boolean;
  /** When its renewal was signed; before that day nothing had replaced the contract. */
  readonly renewedOn: string | null;
}

const TERM = [
  'master',
  'perMuWan',
  'total',
  'fromYear',
  'dueOn',
  'lastYear',
  'ramp',
  'tolerancePercent',
  'clause',
  'measuredBy',
] as const;

interface LoadedRow
  extends
    Pick<RowOf<typeof commitmentTable>, 'id' | 'contractId' | 'indicator' | 'version'>,
    Pick<RowOf<typeof commitmentTermTable>, (typeof TERM)[number]>,
    Pick<
      RowOf<typeof contractTable>,
      'areaMu' | 'signedOn' | 'fullProductionYear' | 'fullProductionOn' | 'parkId' | 'industryId'
    > {
  readonly createdOn: string;
  readonly standardId: string | null;
  readonly standardPerMuWan: string | null;
  readonly documentNo: string | null;
  readonly standsFrom: string | null;
  readonly standsUntil: string | null;
  readonly renewedOn: string | null;
}

/** The commitments of these contracts by indicator, as known now or at an instant. */
export async function loadCommitments(
  rows: Rows,
  contractIds: readonly string[],
  instant: string | null = null,
): Promise<LoadedCommitment[]> {
  const at = instant === null ? null : '$2::timestamptz';
  const full = fullProductionKnownAt('c', at);
  const found = await rows.rows<LoadedRow>(
    `SELECT
       ${commitmentTable.pick('m', 'id', 'contractId', 'indicator', 'version')},
       ${commitmentTermTable.pick('t', ...TERM)},
       ${contractTable.pick('c', 'signedOn', 'parkId', 'industryId')},
       ${at ? areaKnownAt('c', at) : 'c.area_mu'} AS "areaMu",
       c.created_at::date AS "createdOn",
       ${full.year} AS "fullProductionYear",
       ${full.day} AS "fullProductionOn",
       k.standard_id AS "standardId",
       k.per_mu_wan AS "standardPerMuWan",
       s.document_no AS "documentNo",
       CASE WHEN c.renews_id IS NOT NULL THEN ${takesOverOn('c')} END AS "standsFrom",
       ${takesOverOn('n')} AS "standsUntil",
       n.signed_on AS "renewedOn"
     FROM commitment m
     JOIN ${at ? contractsKnownAt(at, '= ANY($1)') : 'contract'} c ON c.id = m.contract_id
     JOIN commitment_term t ON t.commitment_id = m.id AND ${knownAt('t', at)}
     LEFT JOIN contract_standard k
       ON k.contract_id = m.contract_id AND k.indicator = m.indicator AND ${knownAt('k', at)}
     LEFT JOIN provincial_standard s ON s.id = k.standard_id
     LEFT JOIN contract n ON n.renews_id = c.id AND n.status IN ${SIGNED_STATES}
     ${full.from}
     WHERE m.contract_id = ANY($1)
     ORDER BY m.contract_id, ${inOrder('m.indicator')}`,
    at ? [contractIds, instant] : [contractIds],
  );
  return found.map(loaded);
}

function loaded(row: LoadedRow): LoadedCommitment {
  const fullProduction =
    row.fromYear !== null
      ? { year: row.fromYear }
      : row.fullProductionOn !== null
        ? { day: row.fullProductionOn }
        : row.fullProductionYear !== null
          ? { year: row.fullProductionYear }
          : null;
  return {
    commitment: {
      id: row.id,
      contractId: row.contractId,
      indicator: row.indicator,
      signedOn: row.signedOn ?? row.createdOn,
      areaMu: row.areaMu && plain(row.areaMu),
      fullProduction,
      dueOn: row.dueOn,
      ramp: row.ramp,
      lastYear: row.lastYear,
      clause: row.clause,
      promised:
        row.master === 'per-mu'
          ? { side: 'per-mu', perMuWan: plain(row.perMuWan as string) }
          : promisedInAllOf(row.indicator, plain(row.total as string)),
      tolerancePercent: row.tolerancePercent && plain(row.tolerancePercent),
      ...(row.measuredBy ? { measuredBy: row.measuredBy } : {}),
      ...(row.standsFrom !== null || row.standsUntil !== null
        ? { inForce: { from: row.standsFrom, until: row.standsUntil } }
        : {}),
    } as Commitment,
    standard:
      row.standardId === null
        ? null
        : {
            id: row.standardId,
            perMuWan: row.standardPerMuWan && plain(row.standardPerMuWan),
            documentNo: row.documentNo ?? '',
          },
    version: row.version,
    measuredBy: row.measuredBy,
    fromYear: row.fromYear,
    parkId: row.parkId,
    industryId: row.industryId,
    signed: row.signedOn !== null,
    renewedOn: row.renewedOn,
  };
}

/** The stored value: 万元 for the three indicators per mu, for others a quantity in their own unit. */
export const promisedInAllOf = (indicator: PromisedIndicator, stored: string): Commitment['promised'] =>
  isPerMu(indicator) ? { side: 'total', totalWan: stored } : { side: 'quantity', quantity: stored };
