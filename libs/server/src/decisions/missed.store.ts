import type { MissedPromise as WireMissed } from '@crm/api-contract/decisions';
import type { Standing } from '@crm/domain/decisions';
import type { RowOf, Rows } from '@crm/platform/db';
import { assessmentTable, contractYearSummaryTable } from '../assessments/assessment.entity.js';
import { commitmentTermTable } from '../commitments/commitment.entity.js';
import { ABOUT_CONTRACT_JOINS, aboutContract, type AboutContract } from '../contracts/index.js';
import type { Where } from '../data-access/index.js';

const ABOUT = [
  'contractNumber',
  'enterpriseId',
  'enterpriseName',
  'enterpriseShortName',
  'projectName',
  'parkId',
  'parkName',
] as const;
const JUDGED = [
  'id',
  'contractId',
  'commitmentId',
  'indicator',
  'year',
  'areaMu',
  'requiredExact',
  'actual',
  'attainmentPercent',
  'shortfallExact',
] as const;

export interface MissedRow
  extends
    Pick<RowOf<typeof assessmentTable>, (typeof JUDGED)[number]>,
    Pick<AboutContract, (typeof ABOUT)[number]>,
    Pick<RowOf<typeof commitmentTermTable>, 'clause'>,
    Pick<RowOf<typeof contractYearSummaryTable>, 'lowestAttainment'> {
  readonly verdict: WireMissed['verdict'];
}
const COLUMNS = `
  ${assessmentTable.pick('a', ...JUDGED, 'verdict')}, ${aboutContract(...ABOUT)}, ${commitmentTermTable.pick('w', 'clause')},
  ${contractYearSummaryTable.pick('y', 'lowestAttainment')}
`;
const FROM = `
  assessment a
  JOIN contract c ON c.id = a.contract_id
  ${ABOUT_CONTRACT_JOINS}
  LEFT JOIN contract_year_summary y ON y.contract_id = a.contract_id AND y.year = a.year
  LEFT JOIN commitment_term w ON w.commitment_id = a.commitment_id AND w.known_to IS NULL
`;

export type MissedSort = 'shortfallWan' | 'attainmentPercent' | 'enterpriseName' | 'year';
const SORTS: Readonly<Record<MissedSort, string>> = {
  shortfallWan: 'a.shortfall_exact',
  attainmentPercent: 'a.attainment_percent',
  enterpriseName: 'e.name',
  year: 'a.year',
};

/** The state of each missed commitment: the rule `standingOf` as SQL, for filters and counts. `?`: today. */
const STANDINGS_FROM = `
  LEFT JOIN (
    SELECT
      d.commitment_id, d.year,
      CASE
        WHEN bool_or(d.state = 'waiting') THEN 'waiting'
        ELSE (
          array_agg(
            CASE WHEN d.kind = 'extend' AND d.until < ?::date THEN 'open' ELSE 'decided' END
            ORDER BY d.requested_at DESC, d.id DESC
          ) FILTER (WHERE d.state = 'granted')
        )[1]
      END AS standing
    FROM consequence_decision d
    GROUP BY d.commitment_id, d.year
  ) s
    ON s.commitment_id = a.commitment_id AND s.year = a.year
`;
export const STANDING = `coalesce(s.standing, 'open')`;

/** The filter; in `where`, `a` is the current assessment and `c` its contract. */
export interface MissedQuestion {
  readonly where: Where;
  readonly today: string;
  readonly standing?: Standing | undefined;
}

/** The FROM that filters and counts need; the conditions include the standing. */
export function askedFrom({ where, today, standing }: MissedQuestion): string {
  const standings = where.bind(STANDINGS_FROM, today);
  where.and('a.superseded_at IS NULL').given(standing, `${STANDING} = ?`);
  return `assessment a JOIN contract c ON c.id = a.contract_id ${standings}`;
}

/** The page's ids are found first, since most of a row is not needed to find it. */
export async function missedPage(
  rows: Rows,
  question: MissedQuestion,
  { sort, order, page, perPage }: { sort: MissedSort; order: 'asc' | 'desc'; page: number; perPage: number },
): Promise<MissedRow[]> {
  const from = askedFrom(question);
  const { where } = question;
  const sorted = `${SORTS[sort]} ${order} NULLS LAST, a.id`;
  return rows.rows<MissedRow>(
    `SELECT ${COLUMNS}
     FROM ${FROM}
     WHERE a.id IN (
         SELECT a.id
         FROM ${from} JOIN enterprise e ON e.id = c.enterprise_id ${where.sql}
         ORDER BY ${sorted}
         LIMIT ${perPage}
         OFFSET ${(page - 1) * perPage}
       )
     ORDER BY ${sorted}`,
    where.values,
  );
}

/** The commitment of a year, if it was missed. */
export const missedOf = (rows: Rows, commitmentId: string, year: number): Promise<MissedRow[]> =>
  rows.rows<MissedRow>(
    `SELECT ${COLUMNS}
     FROM ${FROM}
     WHERE a.superseded_at IS NULL
         AND a.commitment_id = $1
         AND a.year = $2
         AND a.verdict IN ('breach', 'warning', 'no-data')`,
    [commitmentId, year],
  );
