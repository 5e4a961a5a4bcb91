import { type Amount, decimal } from '../quantities/index.js';

/** Who reported an enterprise, and when; only leads still worked on hold a right. */
export interface Report {
  readonly leadId: string;
  readonly ownerId: string;
  readonly creditCode: string | null;
  /** As `matchingName` makes it. */
  readonly matchName: string;
  /** Instant, ISO 8601. */
  readonly reportedAt: string;
}

type Identity = Pick<Report, 'creditCode' | 'matchName'>;

/**
 * One enterprise: the same credit code where both have one, else the same normalised name. Two codes with one name are
 * two firms.
 */
export const isSameEnterprise = (a: Identity, b: Identity): boolean =>
  a.creditCode && b.creditCode ? a.creditCode === b.creditCode : a.matchName === b.matchName;

/**
 * First-report right 首报首谈 (docs/domain.md §3 case 8): of several reports of one enterprise the earliest holds it. Null
 * when nobody else did
 * before: one officer may work several projects of one firm.
 */
export function firstReport(reports: readonly Report[], incoming: Identity & Pick<Report, 'ownerId'>): Report | null {
  const same = reports.filter((report) => isSameEnterprise(report, incoming));
  const first = same
    .toSorted((a, b) => Date.parse(a.reportedAt) - Date.parse(b.reportedAt) || (a.leadId < b.leadId ? -1 : 1))
    .at(0);
  return first && first.ownerId !== incoming.ownerId ? first : null;
}

/** From this investment on a lead should be filed as first reported with the authority above: 10 亿元, default. */
export const defaultFilingFromWan = '100000';

export const suggestsFiling = (investmentWan: Amount, fromWan: Amount = defaultFilingFromWan): boolean =>
  decimal(investmentWan).gte(fromWan);
