import { type Amount, decimal } from '../quantities/index.js';

/** Who reported an enterprise, and when. Pass only leads still worked on; the others have no right. */
export interface Report {
  readonly leadId: string;
  readonly ownerId: string;
  readonly creditCode: string | null;
  /** The result of `matchingName`. */
  readonly matchName: string;
  /** Instant, ISO 8601. */
  readonly reportedAt: string;
}

type Identity = Pick<Report, 'creditCode' | 'matchName'>;

/**
 * Same enterprise: equal credit codes if both have one, otherwise equal normalised names. Two codes with one name are
 * two enterprises.
 */
export const isSameEnterprise = (a: Identity, b: Identity): boolean =>
  a.creditCode && b.creditCode ? a.creditCode === b.creditCode : a.matchName === b.matchName;

/**
 * 首报: the earliest report of the same enterprise holds the first-report right. null if there is none, or it is the
 * officer's own: one officer may work on several projects of an enterprise. Source: docs/domain.md, 合同与线索.
 */
export function firstReport(reports: readonly Report[], incoming: Identity & Pick<Report, 'ownerId'>): Report | null {
  const same = reports.filter((report) => isSameEnterprise(report, incoming));
  const first = same
    .toSorted((a, b) => Date.parse(a.reportedAt) - Date.parse(b.reportedAt) || (a.leadId < b.leadId ? -1 : 1))
    .at(0);
  return first && first.ownerId !== incoming.ownerId ? first : null;
}

/** 万元. From this investment (10 亿元, a default) a lead should be filed as first reported with the higher authority. */
export const defaultFilingFromWan = '100000';

/** Whether a lead of this investment (万元) should be filed with the higher authority; the limit is inclusive. */
export const suggestsFiling = (investmentWan: Amount, fromWan: Amount = defaultFilingFromWan): boolean =>
  decimal(investmentWan).gte(fromWan);
