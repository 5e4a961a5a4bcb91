import { type Day, addDays, mondayOf } from '../days/index.js';
import { type Decimal, percentOf, perMuWan as quotient } from '../quantities/index.js';

/** Enterprises and projects per secretary, unrounded: 106 ÷ 56 is shown as 1.89. null without secretaries. */
export function coverage(counts: { firms: number; projects: number; secretaries: number }): {
  firmsEach: Decimal | null;
  projectsEach: Decimal | null;
} {
  const each = (count: number): Decimal | null => quotient(String(count), String(counts.secretaries));
  return { firmsEach: each(counts.firms), projectsEach: each(counts.projects) };
}

export interface SiteVisit {
  readonly projectId: string;
  readonly on: Day;
}

export interface VisitQuota {
  readonly weekFrom: Day;
  readonly weekTo: Day;
  readonly due: number;
  /** Extra visits to a project do not count: they cannot make up for another project. */
  readonly done: number;
  /** null if no visits are due. */
  readonly donePercent: Decimal | null;
  readonly missing: readonly { readonly projectId: string; readonly due: number; readonly done: number }[];
}

/** Visits per week and project. A default setting, by kind of secretary. */
export const defaultVisitsPerWeek = 2;

/** The visits due and made in the week of a day (Monday to Sunday), and the projects that were missed. */
export function visitQuota(
  projectIds: readonly string[],
  visits: readonly SiteVisit[],
  inWeekOf: Day,
  perWeek: (projectId: string) => number = () => defaultVisitsPerWeek,
): VisitQuota {
  const weekFrom = mondayOf(inWeekOf);
  const weekTo = addDays(weekFrom, 6);
  const made = new Map<string, number>();
  for (const { projectId, on } of visits)
    if (on >= weekFrom && on <= weekTo) made.set(projectId, (made.get(projectId) ?? 0) + 1);
  const rows = [...new Set(projectIds)].map((projectId) => ({
    projectId,
    due: perWeek(projectId),
    done: Math.min(perWeek(projectId), made.get(projectId) ?? 0),
  }));
  const due = rows.reduce((sum, row) => sum + row.due, 0);
  const done = rows.reduce((sum, row) => sum + row.done, 0);
  return {
    weekFrom,
    weekTo,
    due,
    done,
    donePercent: percentOf(String(done), String(due)),
    missing: rows.filter((row) => row.done < row.due),
  };
}
