import type { Decimal } from '../quantities/index.js';
import { indicatorRules } from '../standards/index.js';
import { type Assessment, clawback } from './assess-commitment.js';
import type { Verdict } from './commitment.js';

/** The verdict of a whole contract in one year. */
export interface ContractVerdict {
  readonly year: number;
  readonly verdict: Verdict;
  /** The assessments that count in that year, the worst first. */
  readonly rows: readonly Assessment[];
  readonly lowestAttainmentPercent: Decimal | null;
  readonly clawbackWan: Decimal | null;
}

const severity: Record<Verdict, number> = { breach: 5, 'no-data': 4, warning: 3, met: 2, waived: 1, 'not-due': 0 };

/**
 * The assessments that count for each commitment in a year: those of the year itself. For an investment without one,
 * the latest earlier assessment counts: an unmet investment stays unmet, and a met one stays met.
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

/** The last year that was assessed; if nothing is due yet, the first year owed. null: no due day can be computed. */
export function lastYearAssessed(assessments: readonly Assessment[]): number | null {
  const due = assessments.filter((row) => row.verdict !== 'not-due').map((row) => row.year);
  if (due.length) return Math.max(...due);
  return assessments.length ? Math.min(...assessments.map((row) => row.year)) : null;
}

/**
 * The worst indicator decides: breach, no-data, warning, met, in this order. `waived` counts as met beside another
 * verdict and stands only when nothing else was measured. `not-due` is ignored beside any other verdict. The claw-back
 * (万元) uses the lowest attainment of what was measured and not waived. null: no assessment counts. Source:
 * docs/domain.md, 评价.
 */
export function contractVerdict(
  assessments: readonly Assessment[],
  year: number,
  supportPaidWan: string | null = null,
): ContractVerdict | null {
  const rows = rowsStandingIn(assessments, year).sort((a, b) => severity[b.verdict] - severity[a.verdict]);
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
