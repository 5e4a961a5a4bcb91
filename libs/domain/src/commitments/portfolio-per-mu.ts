import { type Day, yearOf } from '../days/index.js';
import { Decimal, percentOf, sum, weightedPerMu } from '../quantities/index.js';
import { type Indicator, indicators } from '../standards/index.js';
import type { Assessment, PerMuAssessment } from './assess-commitment.js';
import { type PerMuCommitment, type Verdict, promisedAmounts, verdicts } from './commitment.js';
import { contractVerdict, lastYearAssessed, rowsStandingIn } from './contract-verdict.js';
import { type KeptStandard, promiseAgainstStandard } from './promise-against-standard.js';

/** One signed contract with commitments. The contracts room decides which contracts belong to the portfolio. */
export interface PortfolioContract {
  readonly contractId: string;
  readonly areaMu: string | null;
  readonly signedOn: Day;
  readonly park: string | null;
  readonly industry: string | null;
  readonly officer: string | null;
  readonly promises: readonly { readonly commitment: PerMuCommitment; readonly standard: KeptStandard | null }[];
  readonly assessments: readonly PerMuAssessment[];
  /** Assessments of the other indicators. They count for the contract's verdict, but in no sum and no average. */
  readonly furtherAssessments?: readonly Assessment[];
}

export const portfolioGroupings = ['none', 'park', 'industry', 'year', 'officer'] as const;
export type PortfolioGrouping = (typeof portfolioGroupings)[number];

export type PerIndicator<T> = Readonly<Record<Indicator, T>>;
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/**
 * All values are unrounded. null: no contract has the indicator, no standard is set, or nothing is due and reported.
 */
export interface PortfolioGroup {
  /** Park, industry, signing year or officer; null for the whole portfolio, and for contracts that have none. */
  readonly key: string | null;
  readonly contracts: number;
  readonly contractIds: readonly string[];
  readonly areaMu: Decimal;
  readonly totalWan: PerIndicator<Decimal>;
  /** Σ promised ÷ Σ 亩 over the contracts with this indicator. */
  readonly perMuWan: PerIndicator<Decimal | null>;
  /** Σ (standard × 亩) ÷ Σ 亩 over the contracts whose standard is set. */
  readonly standardPerMuWan: PerIndicator<Decimal | null>;
  /** Σ promised ÷ Σ (standard × 亩), both over the contracts whose standard is set. */
  readonly percentOfStandard: PerIndicator<Decimal | null>;
  /** Σ actual ÷ Σ required over what is due, reported and not waived. */
  readonly attainmentPercent: PerIndicator<Decimal | null>;
  /** Contracts by their worst verdict. A contract without any due day counts as `not-due`. */
  readonly verdicts: VerdictCounts;
  /** Assessments of the year itself, by indicator. */
  readonly verdictsByIndicator: PerIndicator<VerdictCounts>;
  /** Investments met in an earlier year; they have no assessment of their own in this year. */
  readonly investmentsMetEarlier: number;
  readonly belowStandard: number;
}

export interface PortfolioQuestion {
  readonly groupBy: PortfolioGrouping;
  /** The year to assess; null: for each contract its last assessed year. */
  readonly assessedYear?: number | null;
}

/**
 * Sums the portfolio by group, in the order in which each group's first contract appears. `none` gives one group, even
 * without contracts. Averages are weighted by area. Source: docs/domain.md, 汇总.
 */
export function portfolioPerMu(contracts: readonly PortfolioContract[], question: PortfolioQuestion): PortfolioGroup[] {
  const groups = new Map<string | null, PortfolioContract[]>();
  if (question.groupBy === 'none') groups.set(null, []);
  for (const contract of contracts) {
    const key = keyOf(contract, question.groupBy);
    const members = groups.get(key);
    if (members) members.push(contract);
    else groups.set(key, [contract]);
  }
  return [...groups].map(([key, members]) => summarise(key, members, question.assessedYear ?? null));
}

function keyOf(contract: PortfolioContract, grouping: PortfolioGrouping): string | null {
  switch (grouping) {
    case 'none':
      return null;
    case 'year':
      return String(yearOf(contract.signedOn));
    default:
      return contract[grouping];
  }
}

const perIndicator = <T>(value: (indicator: Indicator) => T): PerIndicator<T> =>
  Object.fromEntries(indicators.map((indicator) => [indicator, value(indicator)])) as PerIndicator<T>;
const noVerdicts = (): Record<Verdict, number> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;

function summarise(
  key: string | null,
  members: readonly PortfolioContract[],
  assessedYear: number | null,
): PortfolioGroup {
  const judged = members.map((contract) => {
    const all = [...contract.assessments, ...(contract.furtherAssessments ?? [])];
    const year = assessedYear ?? lastYearAssessed(all);
    return {
      year,
      contract,
      verdict: year === null ? null : contractVerdict(all, year),
      standing: year === null ? [] : rowsStandingIn(contract.assessments, year),
    };
  });
  const counts = noVerdicts();
  for (const { verdict } of judged) counts[verdict?.verdict ?? 'not-due'] += 1;
  const standing = judged.flatMap(({ year, standing: rows }) =>
    rows.map((row) => ({ row, inYear: row.year === year })),
  );
  const promises = perIndicator((indicator) =>
    members.flatMap((contract) => contract.promises.filter(({ commitment }) => commitment.indicator === indicator)),
  );
  return {
    key,
    contracts: members.length,
    contractIds: members.map(({ contractId }) => contractId),
    areaMu: sum(members.map(({ areaMu }) => areaMu ?? '0')),
    ...promisedOf(promises),
    attainmentPercent: perIndicator((indicator) =>
      attainment(standing.map(({ row }) => row).filter((row) => row.indicator === indicator)),
    ),
    verdicts: counts,
    verdictsByIndicator: perIndicator((indicator) => {
      const byVerdict = noVerdicts();
      for (const { row, inYear } of standing) if (inYear && row.indicator === indicator) byVerdict[row.verdict] += 1;
      return byVerdict;
    }),
    investmentsMetEarlier: standing.filter(({ row, inYear }) => !inYear && row.verdict === 'met').length,
    belowStandard: members.filter(({ promises: own }) =>
      own.some(({ commitment, standard }) => promiseAgainstStandard(commitment, standard).belowStandard),
    ).length,
  };
}

type PromisedSide = Pick<PortfolioGroup, 'totalWan' | 'perMuWan' | 'standardPerMuWan' | 'percentOfStandard'>;

function promisedOf(promises: PerIndicator<PortfolioContract['promises']>): PromisedSide {
  const withStandard = perIndicator((indicator) =>
    promises[indicator].flatMap(({ commitment, standard }) => {
      const { promisedWan, standardWan } = promiseAgainstStandard(commitment, standard);
      return standardWan === null || commitment.areaMu === null
        ? []
        : [{ promisedWan, standardWan, areaMu: commitment.areaMu }];
    }),
  );
  const standardTotal = (indicator: Indicator) =>
    withStandard[indicator].map((row) => ({ totalWan: row.standardWan, areaMu: row.areaMu }));
  return {
    totalWan: perIndicator((indicator) =>
      sum(promises[indicator].map(({ commitment }) => promisedAmounts(commitment).totalWan)),
    ),
    perMuWan: perIndicator((indicator) =>
      weightedPerMu(
        promises[indicator].flatMap(({ commitment }) =>
          commitment.areaMu === null
            ? []
            : [{ totalWan: promisedAmounts(commitment).totalWan, areaMu: commitment.areaMu }],
        ),
      ),
    ),
    standardPerMuWan: perIndicator((indicator) => weightedPerMu(standardTotal(indicator))),
    percentOfStandard: perIndicator((indicator) =>
      withStandard[indicator].length
        ? percentOf(
            sum(withStandard[indicator].map((row) => row.promisedWan)),
            sum(withStandard[indicator].map((row) => row.standardWan)),
          )
        : null,
    ),
  };
}

function attainment(rows: readonly PerMuAssessment[]): Decimal | null {
  let actual = new Decimal(0);
  let required = new Decimal(0);
  for (const row of rows) {
    if (row.verdict === 'waived' || row.verdict === 'not-due' || row.actualWan === null) continue;
    actual = actual.plus(row.actualWan);
    required = required.plus(row.requiredWan);
  }
  return percentOf(actual, required);
}
