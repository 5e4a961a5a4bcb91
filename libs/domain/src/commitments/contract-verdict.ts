import type { Decimal } from '../quantities/index.js';
import { indicatorRules } from '../standards/index.js';
import { type Assessment, clawback } from './assess-commitment.js';
import type { Verdict } from './commitment.js';

/** What a whole contract comes to in a year. */
export interface ContractVerdict {
  readonly year: number;
  readonly verdict: Verdict;
  /** The rows that speak in that year, the worst first. */
  readonly rows: readonly Assessment[];
  readonly lowestAttainmentPercent: Decimal | null;
  readonly clawbackWan: Decimal | null;
}

const badness: Record<Verdict, number> = { breach: 5, 'no-data': 4, warning: 3, met: 2, waived: 1, 'not-due': 0 };

/**
 * The rows that speak for one commitment in a year: its own of that year; of an investment, where that year has none,
 * the latest judged before it,
 * for an unmet investment stays unmet and a met one stays met.
 */
export function rowsStandingIn<Row extends Assessment>(assessments: readonly Row[], year: number): Row[] {
  const standing = new Map<string, Row>();
  for (const row of assessments) {
    if (
      row.year > year ||
      (row.year < year && (!indicatorRules[row.indicator].cumulative || row.verdict === 'not-due'))
    )
      continue;
    const known = standing.get(row.commitmentId);
    if (!known || row.year > known.year) standing.set(row.commitmentId, row);
  }
  return [...standing.values()];
}

/**
 * The last year that was judged; where nothing is due yet, the first year owed. null: the contract owes nothing that
 * can be dated.
 */
export function lastYearAssessed(assessments: readonly Assessment[]): number | null {
  const due = assessments.filter((row) => row.verdict !== 'not-due').map((row) => row.year);
  if (due.length) return Math.max(...due);
  return assessments.length ? Math.min(...assessments.map((row) => row.year)) : null;
}

/**
 * The worst speaks: breach, no-data, warning, met; waived counts as met beside another, and stands as waived when
 * nothing else was measured.
 * What is not due yet says nothing while anything else does. Claw-back goes by the lowest attainment of what was
 * measured and not waived.
 */
export function contractVerdict(
  assessments: readonly Assessment[],
  year: number,
  supportPaidWan: string | null = null,
): ContractVerdict | null {
  const rows = rowsStandingIn(assessments, year).sort((a, b) => badness[b.verdict] - badness[a.verdict]);
  const [worst] = rows;
  if (!worst) return null;
  const lowest = rows
    .filter((row) => row.verdict !== 'waived' && row.attainmentPercent !== null)
    .reduce<Decimal | null>(
      (least, row) => (least === null || row.attainmentPercent!.lt(least) ? row.attainmentPercent : least),
      null,
    );
  return {
    year,
    verdict: worst.verdict,
    rows,
    lowestAttainmentPercent: lowest,
    clawbackWan: clawback(supportPaidWan, lowest),
  };
}
