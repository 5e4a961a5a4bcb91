import { rankFirms, type Ranking } from '@crm/domain/per-mu-classes';
import { Decimal, decimal, plain, roundForShow } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import type { Rows, Tx } from '@crm/platform/db';
import { countsFirst } from '../assessments/index.js';
import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { known } from '../data-access/index.js';
import type { StoredFormula } from './formula.service.js';

export interface RoundRow extends StoredFormula {
  id: string;
  year: number;
  status: 'draft' | 'closed';
  closed_at: string | null;
  closed_by_name: string | null;
  reopen_reason: string | null;
  version: number;
}

export const ROUND_COLUMNS = `t.id, t.year, t.status, t.items, t.capped, t.bands, t.closed_at, u.name AS closed_by_name, t.reopen_reason,
   t.version`;
export const ROUND_FROM = 'evaluation_round t LEFT JOIN app_user u ON u.id = t.closed_by';

export const roundById = async (rows: Rows, id: string): Promise<RoundRow> =>
  known(await rows.one<RoundRow>(`SELECT ${ROUND_COLUMNS} FROM ${ROUND_FROM} WHERE t.id = $1`, [id]));

/** Locked for a change; `evaluation.closed` where it is frozen. */
export async function openRound(tx: Tx, id: string): Promise<RoundRow> {
  await tx.rows('SELECT id FROM evaluation_round WHERE id = $1 FOR UPDATE', [id]);
  const round = await roundById(tx, id);
  if (round.status === 'closed') throw Refusal.conflict('evaluation.closed', { year: round.year });
  return round;
}

/** Whoever closes has seen all values, or is told that they moved. */
export const touchRound = (tx: Tx, id: string): Promise<number> =>
  tx.run('UPDATE evaluation_round SET version = version + 1, updated_at = now() WHERE id = $1', [id]);

export interface FirmRow {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  short_name: string;
  park_name: string | null;
}

export const firmsOf = (rows: Rows, roundId: string): Promise<FirmRow[]> =>
  rows.rows<FirmRow>(
    `SELECT t.id, t.enterprise_id, e.name AS enterprise_name, e.short_name, k.short_name AS park_name
     FROM evaluation_firm t
     JOIN enterprise e ON e.id = t.enterprise_id
     LEFT JOIN park k ON k.id = e.park_id
     WHERE t.round_id = $1 AND t.left_out_reason IS NULL
     ORDER BY e.name, t.id`,
    [roundId],
  );

export interface ValueRow {
  id: string;
  firm_id: string;
  item: string;
  value: string;
  source: string;
  reason: string | null;
  entered_by_name: string | null;
  known_from: string;
  known_to: string | null;
}

export const VALUE_COLUMNS =
  'v.id, v.firm_id, v.item, v.value, v.source, v.reason, u.name AS entered_by_name, v.known_from, v.known_to';

export const valuesOf = (rows: Rows, firmIds: readonly string[]): Promise<ValueRow[]> =>
  rows.rows<ValueRow>(
    `SELECT ${VALUE_COLUMNS}
     FROM evaluation_value v
     LEFT JOIN app_user u ON u.id = v.entered_by
     WHERE v.firm_id = ANY($1) AND v.known_to IS NULL`,
    [firmIds],
  );

export interface ResultRow {
  firm_id: string;
  enterprise_id: string;
  score: string;
  rank: number;
  class: string;
  parts: { key: string; points: string; capped: boolean }[];
}

export const resultsOf = (rows: Rows, roundId: string): Promise<ResultRow[]> =>
  rows.rows<ResultRow>(
    `SELECT r.firm_id, f.enterprise_id, r.score, r.rank, r.class, r.parts
     FROM evaluation_result r
     JOIN evaluation_firm f ON f.id = r.firm_id
     WHERE f.round_id = $1 AND r.superseded_at IS NULL`,
    [roundId],
  );

/** Points and scores as stored and sent: a quotient rarely ends, twelve places are far beyond what decides. */
export const points = (value: Decimal): string => plain(roundForShow(value, 12));

/** The ranking of a draft, by firm of the round. */
export function ranking(round: StoredFormula, firms: readonly FirmRow[], values: readonly ValueRow[]): Ranking {
  const own = new Map(firms.map(({ id }) => [id, {} as Record<string, string>]));
  for (const { firm_id, item, value } of values) own.get(firm_id)![item] = value;
  return rankFirms(
    firms.map(({ id }) => ({ id, values: own.get(id)! })),
    round,
  );
}

export interface Proposal {
  readonly enterpriseId: string;
  readonly value: string;
  readonly taxWan: string;
  readonly areaMu: string;
  readonly contracts: number;
}

export const TAX_PER_MU = 'tax-per-mu';
/** Six places, as values are stored. */
const PLACES = 6;

/**
 * 亩均税收 of a year, where it is known of every signed contract with land: Σ 税收 ÷ Σ 亩. Of several figures of a year the
 * one that counts for the verdict. A contract without a figure: nothing is proposed, since a part of the land would carry all of the tax.
 */
export async function taxPerMu(rows: Rows, enterpriseIds: readonly string[], year: number): Promise<Proposal[]> {
  const sums = await rows.rows<{ enterprise_id: string; tax: string; area: string; contracts: number }>(
    `SELECT c.enterprise_id, sum(a.value)::text AS tax, sum(c.area_mu)::text AS area, count(*)::int AS contracts
     FROM contract c
     LEFT JOIN LATERAL (
       SELECT value
       FROM actual f
       WHERE f.contract_id = c.id AND f.indicator = 'tax' AND f.year = $2 AND f.known_to IS NULL
       ORDER BY ${countsFirst('f', null)}
       LIMIT 1
     ) a
       ON true
     WHERE c.enterprise_id = ANY($1)
         AND c.status IN ${SIGNED_STATES}
         AND c.status <> 'terminated'
         AND c.kind IN ${COUNTED_KINDS}
         AND c.area_mu > 0
         AND ${standsOn('c', 'make_date($2, 12, 31)')}
     GROUP BY c.enterprise_id
     HAVING count(*) = count(a.value)`,
    [enterpriseIds, year],
  );
  return sums.map((row) => ({
    enterpriseId: row.enterprise_id,
    value: plain(roundForShow(decimal(row.tax).div(row.area), PLACES)),
    taxWan: plain(row.tax),
    areaMu: plain(row.area),
    contracts: row.contracts,
  }));
}
