import type { MissedPromise as WireMissed } from '@crm/api-contract/decisions';
import {
  consequencesOf,
  isTaken,
  settlementOf,
  standingOf,
  type Consequence,
  type Decided,
  type SettledBy,
  type Standing,
} from '@crm/domain/decisions';
import { decimal, perMuWan } from '@crm/domain/quantities';
import { isPerMu } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { inWan, measureOf, quantitiesOf } from '../assessments/index.js';
import { exact, grouped, quotient, type Where } from '../data-access/index.js';
import { clausesInForce } from './clauses.store.js';

export interface MissedRow {
  id: string;
  contract_id: string;
  contract_number: string;
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  project_name: string;
  park_id: string;
  park_name: string;
  area_mu: string | null;
  commitment_id: string;
  indicator: WireMissed['indicator'];
  year: number;
  verdict: WireMissed['verdict'];
  clause: string | null;
  required_exact: string;
  actual: string | null;
  attainment_percent: string | null;
  shortfall_exact: string | null;
  lowest_attainment: string | null;
}
const COLUMNS = `
  a.id, a.contract_id, c.number AS contract_number, c.enterprise_id, e.name AS enterprise_name,
  e.short_name AS enterprise_short_name, j.name AS project_name, c.park_id, p.name AS park_name, a.area_mu,
  a.commitment_id, a.indicator, a.year, a.verdict, w.clause, a.required_exact, a.actual, a.attainment_percent,
  a.shortfall_exact, y.lowest_attainment
`;
const FROM = `
  assessment a
  JOIN contract c ON c.id = a.contract_id
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN investment_project j ON j.id = c.project_id
  JOIN park p ON p.id = c.park_id
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

/** Where each missed promise stands: the rule `standingOf` as SQL, for filters and counts. `?`: today. */
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
const STANDING = `coalesce(s.standing, 'open')`;

/** What is asked: `where` speaks of `a`, the judgement that stands now, and `c`, its contract. */
export interface MissedQuestion {
  readonly where: Where;
  readonly today: string;
  readonly standing?: Standing | undefined;
}

/** The FROM that filters and counts need; the conditions include the standing. */
function asked({ where, today, standing }: MissedQuestion): string {
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
  const from = asked(question);
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

/** The promise of a year, if it was missed. */
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

/** One row of sums: how many, and of those reported what was required, reached and missed. */
export interface MissedSum {
  readonly indicator: MissedRow['indicator'];
  readonly verdict: MissedRow['verdict'];
  readonly standing: Standing;
  readonly count: number;
  readonly required: string;
  readonly actual: string;
  readonly shortfall: string;
}

export function missedSums(rows: Rows, question: MissedQuestion): Promise<MissedSum[]> {
  const from = asked(question);
  return rows.rows<MissedSum>(
    `SELECT
       a.indicator, a.verdict, ${STANDING} AS standing, count(*)::int AS count,
       coalesce(sum(a.required_exact) FILTER (WHERE a.shortfall_exact IS NOT NULL), 0) AS required,
       coalesce(sum(a.actual) FILTER (WHERE a.shortfall_exact IS NOT NULL), 0) AS actual,
       coalesce(sum(a.shortfall_exact), 0) AS shortfall
     FROM ${from} ${question.where.sql}
     GROUP BY 1, 2, 3`,
    question.where.values,
  );
}

export async function missedContracts(rows: Rows, question: MissedQuestion): Promise<number> {
  const from = asked(question);
  const [found] = await rows.rows<{ contracts: number }>(
    `SELECT count(DISTINCT a.contract_id)::int AS contracts FROM ${from} ${question.where.sql}`,
    question.where.values,
  );
  return found?.contracts ?? 0;
}

/** Those that a clause may ask money for; promises of contracts without clauses ask for none. */
export function missedUnderClauses(rows: Rows, question: MissedQuestion): Promise<MissedRow[]> {
  const from = asked(question);
  const where = question.where.and('a.contract_id IN (SELECT k.contract_id FROM consequence_clause k)');
  return rows.rows<MissedRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE a.id IN (SELECT a.id FROM ${from} ${where.sql}) ORDER BY a.contract_id, a.id`,
    where.values,
  );
}

interface DecidedRow extends Decided {
  id: string;
  contract_id: string;
  commitment_id: string;
  year: number;
  amount_wan_exact: string | null;
  clauses: { clauseId: string }[];
  requested_by_name: string | null;
  decided_by_name: string | null;
  decided_at: string | null;
}

/** A missed promise with all that a decision about it needs. */
export interface Missed {
  readonly row: MissedRow;
  readonly consequences: readonly Consequence[];
  readonly standing: Standing;
  readonly earlier: readonly DecidedRow[];
  /** Clauses enforced, or about to be, for another promise of the same contract and year. */
  readonly taken: readonly string[];
  /** Every decision of the contract's year, with its clauses. */
  readonly settledBy: readonly SettledBy[];
}

export async function withConsequences(rows: Rows, found: readonly MissedRow[], today: string): Promise<Missed[]> {
  const ids = [...new Set(found.map((row) => row.contract_id))];
  const clauses = await clausesInForce(rows, ids);
  const paid = new Map(
    (
      await rows.rows<{ contract_id: string; paid: string }>(
        `SELECT contract_id, sum(paid_wan)::text AS paid
         FROM support_payment
         WHERE contract_id = ANY($1) AND known_to IS NULL
         GROUP BY contract_id`,
        [ids],
      )
    ).map((row) => [row.contract_id, row.paid]),
  );
  const decided = await decisionsOn(rows, ids);
  return found.map((row) => {
    const ofYear = (decided.get(row.contract_id) ?? []).filter((one) => one.year === row.year);
    const earlier = ofYear.filter((one) => one.commitment_id === row.commitment_id);
    const missed = {
      assessmentId: row.id,
      indicator: row.indicator,
      year: row.year,
      verdict: row.verdict,
      requiredWan: inWan(row.indicator, row.required_exact),
      actualWan: inWan(row.indicator, row.actual),
      shortfallWan: inWan(row.indicator, row.shortfall_exact),
      lowestAttainmentPercent: row.lowest_attainment,
      supportPaidWan: paid.get(row.contract_id) ?? null,
    };
    return {
      row,
      earlier,
      consequences: consequencesOf(missed, clauses.get(row.contract_id) ?? [], today),
      standing: standingOf(earlier, today),
      taken: ofYear
        .filter(
          (one) => one.commitment_id !== row.commitment_id && (one.state === 'waiting' || one.state === 'granted'),
        )
        .flatMap((one) => one.clauses.map(({ clauseId }) => clauseId)),
      settledBy: ofYear.map((one) => ({
        state: one.state,
        clauseIds: one.clauses.map(({ clauseId }) => clauseId),
        own: one.commitment_id === row.commitment_id,
      })),
    };
  });
}

/** Every decision on these contracts, oldest first. */
async function decisionsOn(rows: Rows, contractIds: readonly string[]): Promise<ReadonlyMap<string, DecidedRow[]>> {
  const found = await rows.rows<DecidedRow>(
    `SELECT
       d.id, d.contract_id, d.commitment_id, d.year, d.kind, d.state, d.until, d.amount_wan_exact, d.clauses,
       r.name AS requested_by_name, u.name AS decided_by_name, d.decided_at
     FROM consequence_decision d
     LEFT JOIN app_user r ON r.id = d.requested_by
     LEFT JOIN app_user u ON u.id = d.decided_by
     WHERE d.contract_id = ANY($1)
     ORDER BY d.requested_at, d.id`,
    [contractIds],
  );
  return grouped(found, (row) => row.contract_id);
}

export const consequenceView = ({
  clauseId,
  kind,
  applies,
  amountWan,
  cureUntil,
  because,
}: Consequence): Omit<WireMissed['consequences'][number], 'taken' | 'settled'> => ({
  clauseId,
  kind,
  applies,
  amountWan: quotient(amountWan),
  cureUntil,
  because: {
    clause: because.clause,
    rules: [...because.rules],
    inputs: because.inputs.map((input) => ({ ...input, source: { ...input.source } })),
    formula: because.formulas.map(({ gives, tokens, value }) => ({ name: gives, expression: tokens.join(' '), value })),
  },
});

const cut = (value: string | null): string | null => value && quotient(decimal(value));

export function missedView({ row, consequences, standing, earlier, taken, settledBy }: Missed): WireMissed {
  const last = earlier.at(-1);
  return {
    id: row.id,
    contractId: row.contract_id,
    contractNumber: row.contract_number,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    enterpriseShortName: row.enterprise_short_name,
    projectName: row.project_name,
    parkId: row.park_id,
    parkName: row.park_name,
    areaMu: exact(row.area_mu),
    commitmentId: row.commitment_id,
    indicator: row.indicator,
    year: row.year,
    verdict: row.verdict,
    clause: row.clause,
    ...measureOf(row.indicator),
    ...quantitiesOf(row.indicator, exact(row.required_exact), cut(row.actual), cut(row.shortfall_exact)),
    attainmentPercent: row.attainment_percent && quotient(decimal(row.attainment_percent)),
    shortfallPerMuWan:
      row.shortfall_exact === null || row.area_mu === null || !isPerMu(row.indicator)
        ? null
        : quotient(perMuWan(row.shortfall_exact, row.area_mu)),
    consequences: consequences.map((one) => ({
      ...consequenceView(one),
      taken: isTaken(one, taken),
      settled: settlementOf(one, settledBy),
    })),
    standing,
    decision: last
      ? {
          id: last.id,
          kind: last.kind,
          state: last.state,
          until: last.until,
          amountWan: last.amount_wan_exact && quotient(decimal(last.amount_wan_exact)),
          requestedBy: last.requested_by_name,
          decidedBy: last.decided_by_name,
          decidedAt: last.decided_at,
        }
      : null,
  };
}
