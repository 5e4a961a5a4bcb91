import { indicators, type Indicator } from '@crm/domain/standards';

/** The same columns for investment, output and tax. */
export const perIndicator = (columns: (indicator: Indicator) => string): string => indicators.map(columns).join(',\n');

/**
 * Computed as the total minus the rows without it. In a zone nearly everything has land, a standard and a figure, so a
 * number is added once instead of three times.
 */
const having = (amount: string, other: string): string =>
  `sum(${amount}) - coalesce(sum(${amount}) FILTER (WHERE ${other} IS NULL), 0)`;

/**
 * Only sums of rows with the indicator, land, a standard, and a due and reported value: each division is made once, at
 * the end. `of` names the columns of an indicator; `silent` is true for an unreported one.
 */
export const sumsOf = (of: (amount: string) => string, silent: string): Readonly<Record<string, string>> => ({
  promised: `coalesce(sum(${of('promised')}), 0)`,
  landed: having(of('promised'), 'area_mu'),
  mu: having('area_mu', of('promised')),
  standard: `sum(${of('standard')})`,
  against: having(of('promised'), of('standard')),
  standard_mu: having('area_mu', of('standard')),
  required: `sum(${of('required')})`,
  actual: `sum(${of('actual')})`,
  actual_landed: having(of('actual'), 'area_mu'),
  actual_mu: having('area_mu', of('actual')),
  actual_against: having(of('actual'), of('standard')),
  actual_standard: having(of('standard'), of('actual')),
  reported: `count(${of('actual')})::int`,
  no_data: `(count(*) FILTER (WHERE ${silent}))::int`,
});

/** `expression AS name` for each entry. */
export const named = (columns: Readonly<Record<string, string>>, prefix = ''): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${prefix}${name}`)
    .join(',\n');
