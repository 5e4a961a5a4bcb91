import { rankFirms, type Ranking } from '@crm/domain/per-mu-classes';
import { Decimal, decimal, plain, roundForShow } from '@crm/domain/quantities';
import { Refusal } from '@crm/domain/refusal';
import type { RowOf, Rows, ShownOf, Tx } from '@crm/platform/db';
import { countsFirst } from '../assessments/index.js';
import { COUNTED_KINDS, SIGNED_STATES, standsOn } from '../contracts/index.js';
import { known } from '../data-access/index.js';
import {
  evaluationFirmTable,
  evaluationResultTable,
  evaluationRoundTable,
  evaluationValueTable,
} from './evaluation.entity.js';
import type { StoredFormula } from './formula.service.js';

export interface RoundRow extends ShownOf<typeof evaluationRoundTable> {
  /** The name of a person. */
  readonly closedBy: string | null;
}

export const ROUND_COLUMNS = `${evaluationRoundTable.columns('t')}, u.name AS "closedBy"`;
export const ROUND_FROM = 'evaluation_round t LEFT JOIN app_user u ON u.id = t.closed_by';

export const roundById = async (rows: Rows, id: string): Promise<RoundRow> =>
  known(await rows.one<RoundRow>(`SELECT ${ROUND_COLUMNS} FROM ${ROUND_FROM} WHERE t.id = $1`, [id]));

/** Locks the round for a change; refuses `evaluation.closed`. */
export async function openRound(tx: Tx, id: string): Promise<RoundRow> {
  await tx.rows('SELECT id FROM evaluation_round WHERE id = $1 FOR UPDATE', [id]);
  const round = await roundById(tx, id);
  if (round.status === 'closed') throw Refusal.conflict('evaluation.closed', { year: round.year });
  return round;
}

/** Fails if values changed after the person who closes the round saw them. */
export const touchRound = (tx: Tx, id: string): Promise<number> => evaluationRoundTable.update(tx, { id }, {});

export interface FirmRow extends Pick<RowOf<typeof evaluationFirmTable>, 'id' | 'enterpriseId'> {
  readonly enterpriseName: string;
  readonly enterpriseShortName: string;
  readonly parkName: string | null;
}

export const firmsOf = (rows: Rows, roundId: string): Promise<FirmRow[]> =>
  rows.rows<FirmRow>(
    `SELECT
       ${evaluationFirmTable.pick('t', 'id', 'enterpriseId')}, e.name AS "enterpriseName",
       e.short_name AS "enterpriseShortName", k.short_name AS "parkName"
     FROM evaluation_firm t
     JOIN enterprise e ON e.id = t.enterprise_id
     LEFT JOIN park k ON k.id = e.park_id
     WHERE t.round_id = $1 AND t.left_out_reason IS NULL
     ORDER BY e.name, t.id`,
    [roundId],
  );

export interface ValueRow extends ShownOf<typeof evaluationValueTable> {
  /** The name of a person. */
  readonly enteredBy: string | null;
}

export const VALUE_COLUMNS = `${evaluationValueTable.columns('v')}, u.name AS "enteredBy"`;

export const valuesOf = (rows: Rows, firmIds: readonly string[]): Promise<ValueRow[]> =>
  rows.rows<ValueRow>(
    `SELECT ${VALUE_COLUMNS}
     FROM evaluation_value v
     LEFT JOIN app_user u ON u.id = v.entered_by
     WHERE v.firm_id = ANY($1) AND v.known_to IS NULL`,
    [firmIds],
  );

/** How many firms each round has, and how many of them have a value for every item; of a closed round, a result. */
export async function roundCounts(rows: Rows): Promise<ReadonlyMap<string, { firms: number; scored: number }>> {
  const found = await rows.rows<{ id: string; firms: number; scored: number }>(
    `SELECT
       t.id, count(f.id)::int AS firms,
       (
         count(f.id) FILTER (
           WHERE CASE
             WHEN t.status = 'closed' THEN EXISTS (
               SELECT 1 FROM evaluation_result r WHERE r.firm_id = f.id AND r.superseded_at IS NULL
             )
             ELSE NOT EXISTS (
               SELECT 1
               FROM jsonb_array_elements(t.items) AS i(item)
               WHERE NOT EXISTS (
                   SELECT 1
                   FROM evaluation_value v
                   WHERE v.firm_id = f.id AND v.item = i.item ->> 'key' AND v.known_to IS NULL
                 )
             )
           END
         )
       )::int AS scored
     FROM evaluation_round t
     JOIN evaluation_firm f ON f.round_id = t.id AND f.left_out_reason IS NULL
     GROUP BY t.id`,
  );
  return new Map(found.map(({ id, firms, scored }) => [id, { firms, scored }]));
}

const RESULT = ['firmId', 'score', 'rank', 'class', 'parts'] as const;

export type ResultRow = Pick<RowOf<typeof evaluationResultTable>, (typeof RESULT)[number]> &
  Pick<RowOf<typeof evaluationFirmTable>, 'enterpriseId'>;

export const resultsOf = (rows: Rows, roundId: string): Promise<ResultRow[]> =>
  rows.rows<ResultRow>(
    `SELECT ${evaluationResultTable.pick('r', ...RESULT)}, ${evaluationFirmTable.pick('f', 'enterpriseId')}
     FROM evaluation_result r
     JOIN evaluation_firm f ON f.id = r.firm_id
     WHERE f.round_id = $1 AND r.superseded_at IS NULL`,
    [roundId],
  );

/** Points and scores as stored and sent, with twelve decimal places: far more than any decision needs. */
export const points = (value: Decimal): string => plain(roundForShow(value, 12));

/** The ranking of a draft, by enterprise of the round. */
export function ranking(round: StoredFormula, firms: readonly FirmRow[], values: readonly ValueRow[]): Ranking {
  const own = new Map(firms.map(({ id }) => [id, {} as Record<string, string>]));
  for (const { firmId, item, value } of values) own.get(firmId)![item] = value;
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
/** Six decimal places, as values are stored. */
const PLACES = 6;

/**
 * 亩均税收 of a year: Σ 税收 ÷ Σ 亩 over the signed contracts with land. Each year uses the figure that counts for the
 * verdict. If a contract has no figure, nothing is proposed: the tax of all would be divided by only a part of the
 * land.
 */
export async function taxPerMu(rows: Rows, enterpriseIds: readonly string[], year: number): Promise<Proposal[]> {
  const sums = await rows.rows<{ enterpriseId: string; taxWan: string; areaMu: string; contracts: number }>(
    `SELECT
       c.enterprise_id AS "enterpriseId", sum(a.value)::text AS "taxWan", sum(c.area_mu)::text AS "areaMu",
       count(*)::int AS contracts
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
    enterpriseId: row.enterpriseId,
    value: plain(roundForShow(decimal(row.taxWan).div(row.areaMu), PLACES)),
    taxWan: plain(row.taxWan),
    areaMu: plain(row.areaMu),
    contracts: row.contracts,
  }));
}
