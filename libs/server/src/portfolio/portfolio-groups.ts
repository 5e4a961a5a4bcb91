import { VERDICTS } from '@crm/api-contract/contracts';
import type { PORTFOLIO_GROUPINGS, PortfolioGroup } from '@crm/api-contract/commitments';
import { decimal, percentOf, perMuWan, type Decimal } from '@crm/domain/quantities';
import { indicators, type Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { exact, quotient } from '../data-access/index.js';
import type { Members } from './members.js';

type Grouping = (typeof PORTFOLIO_GROUPINGS)[number];

/** How a group is keyed, called and ordered. */
const GROUPINGS: Readonly<Record<Grouping, { key: string; name: string; order: string; joins: string }>> = {
  none: { key: 'NULL::text', name: `''`, order: 'key', joins: '' },
  park: { key: 'm.park_id', name: 'k.name', order: 'k.position', joins: 'JOIN park k ON k.id = g.key' },
  industry: { key: 'm.industry_id', name: 'k.name', order: 'k.position', joins: 'JOIN industry k ON k.id = g.key' },
  year: { key: `to_char(m.signed_on, 'YYYY')`, name: 'g.key', order: 'g.key', joins: '' },
  officer: { key: 'm.handler_name', name: `coalesce(g.key, '—')`, order: 'name', joins: '' },
};

/**
 * Of what has the other: the whole less what has not. In a zone nearly everything has land, a standard and a figure,
 * and a number is added once instead of three times.
 */
const having = (amount: string, other: string): string =>
  `sum(${amount}) - coalesce(sum(${amount}) FILTER (WHERE ${other} IS NULL), 0)`;

/**
 * Sums alone, of what carries an indicator, has land, has a standard, is due and reported: whatever is divided is
 * divided once, at the end.
 */
const SUMS = indicators
  .map((i) =>
    [
      `coalesce(sum(${i}_promised), 0) AS ${i}_promised`,
      `${having(`${i}_promised`, 'area_mu')} AS ${i}_landed`,
      `${having('area_mu', `${i}_promised`)} AS ${i}_mu`,
      `sum(${i}_standard) AS ${i}_standard`,
      `${having(`${i}_promised`, `${i}_standard`)} AS ${i}_against`,
      `${having('area_mu', `${i}_standard`)} AS ${i}_standard_mu`,
      `sum(${i}_required) AS ${i}_required`,
      `sum(${i}_actual) AS ${i}_actual`,
      `${having(`${i}_actual`, 'area_mu')} AS ${i}_actual_landed`,
      `${having('area_mu', `${i}_actual`)} AS ${i}_actual_mu`,
      `${having(`${i}_actual`, `${i}_standard`)} AS ${i}_actual_against`,
      `${having(`${i}_standard`, `${i}_actual`)} AS ${i}_actual_standard`,
      `count(${i}_actual)::int AS ${i}_reported`,
      `(count(*) FILTER (WHERE ${i}_verdict = 'no-data'))::int AS ${i}_no_data`,
    ].join(', '),
  )
  .join(', ');
const COUNTS = VERDICTS.map((verdict) => `(count(*) FILTER (WHERE verdict = '${verdict}'))::int AS "${verdict}"`).join(
  ', ',
);
const BELOW = indicators.map((i) => `coalesce(${i}_promised < ${i}_standard, false)`).join(' OR ');

type SumRow = Record<string, string | null> & { key: string | null; name: string };

/**
 * Of rows that come out of many steps PostgreSQL guesses one where there are thousands, and would walk a list once for
 * every row of another.
 */
async function withoutLoops<T>(rows: Rows, ask: () => Promise<T>): Promise<T> {
  const set = (to: 'on' | 'off') => rows.rows(`SELECT set_config('enable_nestloop', $1, false)`, [to]);
  await set('off');
  try {
    return await ask();
  } finally {
    await set('on');
  }
}

/** Groups in the order the zone names them; the whole, even of no contracts, for `none`. */
export async function portfolioGroups(rows: Rows, members: Members, groupBy: Grouping): Promise<PortfolioGroup[]> {
  const { key, name, order, joins } = GROUPINGS[groupBy];
  const sql = `
    SELECT g.*, ${name} AS name
    FROM
      (
        SELECT
          ${key} AS key, count(*)::int AS contracts, coalesce(sum(area_mu), 0) AS area_mu,
          coalesce(sum(amount_wan), 0) AS amount_wan, ${SUMS}, ${COUNTS},
          (count(*) FILTER (WHERE ${BELOW}))::int AS below
        FROM (${members.sql}) m ${groupBy === 'none' ? '' : 'GROUP BY 1'}
      ) g ${joins}
    ORDER BY ${order}
  `;
  // Planning so many sums takes as long as a third of taking them: asked of the kept ones, the statement is prepared.
  const found = await (members.derived
    ? withoutLoops(rows, () => rows.rows<SumRow>(sql, members.values))
    : rows.hot<SumRow>(sql, members.values));
  return found.map(groupView);
}

const amount = (value: string | null | undefined): Decimal | null =>
  value === null || value === undefined ? null : decimal(value);
const perIndicator = <T>(of: (indicator: Indicator) => T): Record<Indicator, T> =>
  Object.fromEntries(indicators.map((indicator) => [indicator, of(indicator)])) as Record<Indicator, T>;

function groupView(row: SumRow): PortfolioGroup {
  const sum = (indicator: Indicator, what: string) => amount(row[`${indicator}_${what}`]);
  const perMu = (total: Decimal | null, mu: Decimal | null) =>
    total === null || mu === null ? null : quotient(perMuWan(total, mu));
  const count = (indicator: Indicator, what: string) => row[`${indicator}_${what}`] as unknown as number;
  return {
    key: row.key,
    name: row.name,
    contracts: row.contracts as unknown as number,
    areaMu: exact(row.area_mu as string),
    amountWan: exact(row.amount_wan as string),
    investmentWan: exact(row.investment_promised as string),
    outputWan: exact(row.output_promised as string),
    taxWan: exact(row.tax_promised as string),
    perMuWan: perIndicator((i) => perMu(sum(i, 'landed'), sum(i, 'mu'))),
    standardPerMuWan: perIndicator((i) => perMu(sum(i, 'standard'), sum(i, 'standard_mu'))),
    standardWan: perIndicator((i) => exact(sum(i, 'standard'))),
    percentOfStandard: perIndicator((i) => quotient(percentOf(sum(i, 'against'), sum(i, 'standard')))),
    attainmentPercent: perIndicator((i) => quotient(percentOf(sum(i, 'actual'), sum(i, 'required')))),
    actualPerMuWan: perIndicator((i) => perMu(sum(i, 'actual_landed'), sum(i, 'actual_mu'))),
    actualPercentOfStandard: perIndicator((i) =>
      quotient(percentOf(sum(i, 'actual_against'), sum(i, 'actual_standard'))),
    ),
    reported: perIndicator((i) => count(i, 'reported')),
    noData: perIndicator((i) => count(i, 'no_data')),
    verdicts: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, row[verdict]]),
    ) as unknown as PortfolioGroup['verdicts'],
    belowStandard: row.below as unknown as number,
  };
}
