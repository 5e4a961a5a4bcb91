import type { Verdict } from '../parts/marks/verdict.js';
import type { HeatMapAnswer } from '../portfolio/index.js';

/** One firm and year: the worst verdict and the lowest attainment speak. */
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
  /** By column; null where the year is not owed yet. */
  readonly facts: readonly (HeatFact | null)[];
}

export interface HeatGroup {
  readonly park: string;
  readonly rows: readonly HeatRow[];
}

/** At most as many years as a row has room for, ending with the year judged. */
const COLUMNS = 4;

/** The years shown: those anything was judged in, up to the one asked about. */
export const yearsShown = (heat: Pick<HeatMapAnswer, 'years'>, year: number): number[] => {
  const years = heat.years.filter((one) => one <= year).sort((a, b) => a - b);
  return (years.includes(year) ? years : [...years, year]).slice(-COLUMNS);
};

/** Rows by park, in the order they come in. */
export function inGroups(rows: HeatMapAnswer['rows'], years: readonly number[]): HeatGroup[] {
  const groups = new Map<string, HeatRow[]>();
  for (const { years: facts, parkName, ...row } of rows) {
    const members = groups.get(parkName) ?? [];
    members.push({ ...row, facts: years.map((year) => facts.find((fact) => fact.year === year) ?? null) });
    groups.set(parkName, members);
  }
  return [...groups].map(([park, members]) => ({ park, rows: members }));
}

/** Two columns of nearly equal height, without tearing a park apart or changing the order. */
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

/** A cell opens something when it was judged. */
export const opens = (fact: HeatFact | null | undefined): fact is HeatFact =>
  fact !== null && fact !== undefined && fact.verdict !== 'not-due';

/** Where an arrow key leads: the next cell in that direction that opens something. null: none there, or no arrow. */
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
