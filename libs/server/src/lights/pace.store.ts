import type { PaceMonth, PaceSubject, PaceTarget } from '@crm/api-contract/lights';
import { judgePace, latestLight, type JudgedMonth } from '@crm/domain/lights';
import type { Rows } from '@crm/platform/db';
import { Where, assignedTo, exact, quotient, type Actor } from '../data-access/index.js';
import { bandsOfMonth, type BandsRow } from './light-bands.store.js';

export interface TargetRow {
  id: string;
  subject_kind: PaceSubject;
  subject_id: string | null;
  subject_name: string | null;
  park_id: string | null;
  enterprise_id: string | null;
  enterprise_name: string | null;
  indicator: string;
  year: number;
}

export interface FigureRow {
  id: string;
  target_id: string;
  month: number;
  kind: 'plan' | 'actual';
  value_wan: string;
  entered: { value: string; unit: string };
  source: string;
  reason: string | null;
  entered_by_name: string | null;
  known_from: string;
  known_to: string | null;
}

export const TARGET_COLUMNS = `
  t.id, t.subject_kind, coalesce(t.park_id, t.project_id, t.contract_id) AS subject_id,
  coalesce(k.short_name, j.name, c.number) AS subject_name, coalesce(t.park_id, j.park_id, c.park_id) AS park_id,
  e.id AS enterprise_id, e.name AS enterprise_name, t.indicator, t.year
`;
export const TARGET_FROM = `
  pace_target t
  LEFT JOIN park k ON k.id = t.park_id
  LEFT JOIN investment_project j ON j.id = t.project_id
  LEFT JOIN contract c ON c.id = t.contract_id
  LEFT JOIN enterprise e ON e.id = coalesce(j.enterprise_id, c.enterprise_id)
`;
/** The zone first, then the parks in their order, then projects and contracts. */
export const TARGET_ORDER = `t.subject_kind = 'zone' DESC, k.position NULLS LAST, e.name, coalesce(j.name, c.number), t.indicator, t.id`;
const FIGURE_COLUMNS = `f.id, f.target_id, f.month, f.kind, f.value_wan, f.entered, f.source, f.reason, u.name AS entered_by_name,
   f.known_from, f.known_to`;

/**
 * A secretary sees the projects and contracts of the enterprises assigned today; targets of zone and parks are for
 * managers and officers.
 */
export const visibleTargets = (actor: Actor, today: string): Where =>
  new Where().and(...assignedTo(actor, 'e.id', today));

/** As known at an instant; null: now. */
export const figuresOf = (rows: Rows, targetIds: readonly string[], instant: string | null): Promise<FigureRow[]> =>
  rows.rows<FigureRow>(
    `SELECT ${FIGURE_COLUMNS}
     FROM pace_figure f
     LEFT JOIN app_user u ON u.id = f.entered_by
     WHERE f.target_id = ANY($1)
         AND ${instant === null ? 'f.known_to IS NULL' : 'f.known_from < $2 AND (f.known_to IS NULL OR f.known_to >= $2)'}
     ORDER BY f.month`,
    instant === null ? [targetIds] : [targetIds, instant],
  );

export const entriesOf = (rows: Rows, targetId: string): Promise<FigureRow[]> =>
  rows.rows<FigureRow>(
    `SELECT ${FIGURE_COLUMNS}
     FROM pace_figure f
     LEFT JOIN app_user u ON u.id = f.entered_by
     WHERE f.target_id = $1
     ORDER BY f.known_from DESC, f.month DESC, f.kind`,
    [targetId],
  );

export interface JudgedTarget {
  readonly months: readonly JudgedMonth[];
  readonly latest: JudgedMonth | undefined;
}

/** `figures` are those of one target as known at one time. */
export function judged(
  year: number,
  figures: readonly FigureRow[],
  tables: readonly BandsRow[],
  moment: Date,
): JudgedTarget {
  const entered = [...new Set(figures.map(({ month }) => month))];
  const valueOf = (month: number, kind: FigureRow['kind']) =>
    figures.find((one) => one.month === month && one.kind === kind)?.value_wan ?? null;
  const months = judgePace(
    entered.map((month) => ({ month, planWan: valueOf(month, 'plan'), actualWan: valueOf(month, 'actual') })),
    (month) => bandsOfMonth(tables, year, month, moment),
  );
  return { months, latest: latestLight(months) };
}

export const figureView = (row: FigureRow) => ({
  valueWan: exact(row.value_wan),
  entered: row.entered,
  source: row.source,
  enteredBy: row.entered_by_name,
  knownFrom: row.known_from,
});

const LINKS: Readonly<Record<PaceSubject, (row: TargetRow) => string | null>> = {
  zone: () => null,
  park: () => null,
  project: (row) => `/enterprises/${row.enterprise_id}/show`,
  contract: (row) => `/contracts/${row.subject_id}`,
};

export function targetView(
  row: TargetRow,
  figures: readonly FigureRow[],
  tables: readonly BandsRow[],
  moment: Date,
): PaceTarget {
  const { months, latest } = judged(row.year, figures, tables, moment);
  const monthView = (judgedMonth: JudgedMonth): PaceMonth => {
    const own = (kind: FigureRow['kind']) =>
      figures.find((one) => one.month === judgedMonth.month && one.kind === kind);
    const [plan, actual] = [own('plan'), own('actual')];
    return {
      ...judgedMonth,
      plan: plan ? figureView(plan) : null,
      actual: actual ? figureView(actual) : null,
      behindPercent: quotient(judgedMonth.behindPercent),
      behindWan: judgedMonth.behindWan ? exact(judgedMonth.behindWan) : null,
    };
  };
  const name = [row.enterprise_name, row.subject_name].filter(Boolean).join(' · ');
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: name,
    subjectLink: LINKS[row.subject_kind](row),
    parkId: row.park_id,
    indicator: row.indicator,
    year: row.year,
    months: months.map(monthView),
    latest: latest ? monthView(latest) : null,
    escalated: latest?.escalates ?? false,
  };
}
