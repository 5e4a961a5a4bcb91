import { VERDICTS } from '@crm/api-contract/contracts';
import type { PORTFOLIO_GROUPINGS, PortfolioGroup } from '@crm/api-contract/commitments';
import { decimal, percentOf, perMuWan, type Decimal } from '@crm/domain/quantities';
import { indicators, type Indicator } from '@crm/domain/standards';
import type { Rows } from '@crm/platform/db';
import { exact, quotient } from '../data-access/index.js';
import type { Members } from './members.js';

type Grouping = (typeof PORTFOLIO_GROUPINGS)[number];

/** The key, name and order of a group. */
const GROUPINGS: Readonly<Record<Grouping, { key: string | null; name: string; order: string; joins: string }>> = {
  none: { key: null, name: `''`, order: 'key', joins: '' },
  park: { key: 'c.park_id', name: 'k.name', order: 'k.position', joins: 'JOIN park k ON k.id = g.key' },
  industry: { key: 'c.industry_id', name: 'k.name', order: 'k.position', joins: 'JOIN industry k ON k.id = g.key' },
  year: { key: `to_char(c.signed_on, 'YYYY')`, name: 'g.key', order: 'g.key', joins: '' },
  officer: { key: 'c.handler_name', name: `coalesce(g.key, '—')`, order: 'name', joins: '' },
};

type SumRow = Record<string, string | null> & { key: string | null; name: string };

/**
 * For rows computed in many steps PostgreSQL estimates one row instead of thousands. It would then scan a list once for
 * each row of another.
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

/** Groups in the zone's order; for `none` the total, even without contracts. */
export async function portfolioGroups(rows: Rows, members: Members, groupBy: Grouping): Promise<PortfolioGroup[]> {
  const { key, name, order, joins } = GROUPINGS[groupBy];
  const sql = `
    SELECT g.*, ${name} AS name
    FROM (${members.summed(key)}) g
    ${joins}
    ORDER BY ${order}
  `;
  // Planning so many sums takes a third as long as computing them. For stored sums the statement is prepared.
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
