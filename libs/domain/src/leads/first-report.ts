import { normaliseCreditCode } from '../enterprises/index.js';
import { type Amount, decimal } from '../quantities/index.js';

/** One lead as reported of a firm. */
export interface Report {
  readonly leadId: string;
  readonly creditCode: string | null;
  readonly reportedBy: string;
  /** ISO 8601 with offset. */
  readonly reportedAt: string;
  /** False once the lead was lost, withdrawn or returned to the pool: its first-report right has lapsed. */
  readonly open: boolean;
}

export interface FirstReport {
  /** Who reported first and keeps the right. */
  readonly holder: Report;
  /** Later reports by others: kept, with their contact, as co-reports. */
  readonly coReports: readonly Report[];
}

/**
 * 首报: of the open leads on one credit code the earliest holds the right; equal instants go by the lead's id, which is given in order. null: no conflict, for no other
 * person has reported this firm. What the second one may see of it is not decided here.
 */
export function firstReport(reports: readonly Report[], creditCode: string): FirstReport | null {
  const code = normaliseCreditCode(creditCode);
  const [holder, ...later] = reports
    .filter((report) => report.open && report.creditCode !== null && normaliseCreditCode(report.creditCode) === code)
    .toSorted((a, b) => Date.parse(a.reportedAt) - Date.parse(b.reportedAt) || (a.leadId < b.leadId ? -1 : 1));
  if (!holder) return null;
  const coReports = later.filter((report) => report.reportedBy !== holder.reportedBy);
  return coReports.length ? { holder, coReports } : null;
}

/** 10 亿元; configuration. */
export const defaultFilingFromWan = '100000';

/** First-report filing 首报备案 is prompted from the amount on: 99,999 万元 no, 100,000 yes. Nothing is prompted where no amount is known. */
export const promptsFiling = (expectedWan: Amount | null, fromWan: Amount = defaultFilingFromWan): boolean => expectedWan !== null && decimal(expectedWan).gte(fromWan);
