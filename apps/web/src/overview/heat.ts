import type { Verdict } from '../parts/marks/verdict.js';
import type { HeatMapAnswer } from '../portfolio/index.js';

/** One enterprise and year: the worst verdict and the lowest attainment. */
export interface HeatFact {
  readonly year: number;
  readonly verdict: Verdict;
  readonly lowestAttainmentPercent: string | null;
  readonly assessmentIds: readonly string[];
}

export interface HeatRow {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly enterpriseName: string;
  readonly enterpriseShortName: string;
  readonly projectName: string;
  readonly areaMu: string | null;
  /** By column; null if the year is not owed yet. */
  readonly facts: readonly (HeatFact | null)[];
}

export interface HeatGroup {
  readonly park: string;
  readonly rows: readonly HeatRow[];
}

/** At most as many years as fit in a row, ending with the assessed year. */
const COLUMNS = 4;

/** The years with assessments, up to the selected one. */
export const yearsShown = (heat: Pick<HeatMapAnswer, 'years'>, year: number): number[] => {
  const years = heat.years.filter((one) => one <= year).sort((a, b) => a - b);
  return (years.includes(year) ? years : [...years, year]).slice(-COLUMNS);
};

/** Rows by park, in their order. */
export function inGroups(rows: HeatMapAnswer['rows'], years: readonly number[]): HeatGroup[] {
  const groups = new Map<string, HeatRow[]>();
  for (const { years: facts, parkName, ...row } of rows) {
    const members = groups.get(parkName) ?? [];
    members.push({ ...row, facts: years.map((year) => facts.find((fact) => fact.year === year) ?? null) });
    groups.set(parkName, members);
  }
  return [...groups].map(([park, members]) => ({ park, rows: members }));
}

/** Two columns of nearly equal height; parks are not split and keep their order. */
export function inTwoColumns(groups: readonly HeatGroup[]): [HeatGroup[], HeatGroup[]] {
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  let best = groups.length;
  let least = total;
  let left = 0;
  groups.forEach((group, index) => {
    left += group.rows.length;
    const apart = Math.abs(left - (total - left));
    if (apart < least) {
      least = apart;
      best = index + 1;
    }
  });
  return [groups.slice(0, best), groups.slice(best)];
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** A cell can be opened if it was assessed. */
export const opens = (fact: HeatFact | null | undefined): fact is HeatFact =>
  fact !== null && fact !== undefined && fact.verdict !== 'not-due';

/** The target of an arrow key: the next cell in that direction that can be opened. null: none, or another key. */
export function nextPlace(rows: readonly Pick<HeatRow, 'facts'>[], from: Place, key: string): Place | null {
  const step = steps[key];
  if (!step) return null;
  let { row, column } = from;
  for (;;) {
    row += step.row;
    column += step.column;
    const facts = rows[row]?.facts;
    if (facts === undefined || column < 0 || column >= facts.length) return null;
    if (opens(facts[column])) return { row, column };
  }
}
