import type { PaceMonth, PaceSubject, PaceTarget } from '@crm/api-contract/lights';
import { judgePace, latestLight, type JudgedMonth } from '@crm/domain/lights';
import { decimal } from '@crm/domain/quantities';
import type { Rows, ShownOf } from '@crm/platform/db';
import { Where, exact, quotient, reaching, type Actor } from '../data-access/index.js';
import { paceFigureTable, paceTargetTable } from './light.entity.js';
import { bandsOfMonth, type BandsRow } from './light-bands.store.js';

type Target = ShownOf<typeof paceTargetTable>;

export interface TargetRow extends Pick<Target, 'id' | 'subjectKind' | 'indicator' | 'year' | 'parkId'> {
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
}

export interface FigureRow extends ShownOf<typeof paceFigureTable> {
  readonly enteredBy: string | null;
}

export const TARGET_COLUMNS = `
  ${paceTargetTable.pick('t', 'id', 'subjectKind', 'indicator', 'year')},
  coalesce(t.park_id, t.project_id, t.contract_id) AS "subjectId",
  coalesce(k.short_name, j.name, c.number) AS "subjectName", coalesce(t.park_id, j.park_id, c.park_id) AS "parkId",
  e.id AS "enterpriseId", e.name AS "enterpriseName"
`;
export const TARGET_FROM = `
  pace_target t
  LEFT JOIN park k ON k.id = t.park_id
  LEFT JOIN investment_project j ON j.id = t.project_id
  LEFT JOIN contract c ON c.id = t.contract_id
  LEFT JOIN enterprise e ON e.id = coalesce(j.enterprise_id, c.enterprise_id)
`;
/** The zone first, then the parks in their order, then projects and contracts. */
const TARGET_ORDER = `t.subject_kind = 'zone' DESC, k.position NULLS LAST, e.name, coalesce(j.name, c.number), t.indicator, t.id`;
const FIGURE_COLUMNS = `${paceFigureTable.columns('f')}, u.name AS "enteredBy"`;

/**
 * A secretary sees the projects and contracts of the enterprises assigned today; targets of zone and parks are for
 * managers and officers.
 */
export const visibleTargets = (actor: Actor, today: string): Where =>
  new Where().and(...reaching(actor, ['read', 'PaceTarget'], ['enterprise', 'e'], today));

/** All targets of the condition, in their order; some hundred a year. */
export const targetsOf = (rows: Rows, where: Where): Promise<TargetRow[]> =>
  rows.rows<TargetRow>(
    `SELECT ${TARGET_COLUMNS} FROM ${TARGET_FROM} ${where.sql} ORDER BY ${TARGET_ORDER} LIMIT 10000`,
    where.values,
  );

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
    figures.find((one) => one.month === month && one.kind === kind)?.valueWan ?? null;
  const months = judgePace(
    entered.map((month) => ({ month, planWan: valueOf(month, 'plan'), actualWan: valueOf(month, 'actual') })),
    (month) => bandsOfMonth(tables, year, month, moment),
  );
  return { months, latest: latestLight(months) };
}

export const figureView = (row: FigureRow) => ({
  valueWan: row.valueWan,
  entered: row.entered,
  source: row.source,
  enteredBy: row.enteredBy,
  knownFrom: row.knownFrom,
});

const LINKS: Readonly<Record<PaceSubject, (row: TargetRow) => string | null>> = {
  zone: () => null,
  park: () => null,
  project: (row) => `/enterprises/${row.enterpriseId}/show`,
  contract: (row) => `/contracts/${row.subjectId}`,
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
  return {
    id: row.id,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subjectName: nameOf(row),
    subjectLink: LINKS[row.subjectKind](row),
    parkId: row.parkId,
    indicator: row.indicator,
    year: row.year,
    months: months.map(monthView),
    latest: latest ? monthView(latest) : null,
    escalated: latest?.escalates ?? false,
  };
}

const nameOf = (row: TargetRow): string => [row.enterpriseName, row.subjectName].filter(Boolean).join(' · ');

/** Those whose latest light asks for attention, the furthest behind first. */
export const escalatedOf = (
  targets: readonly TargetRow[],
  figuresOfRow: (row: TargetRow) => readonly FigureRow[],
  tables: readonly BandsRow[],
  moment: Date,
) =>
  targets
    .flatMap((row) => {
      const { latest } = judged(row.year, figuresOfRow(row), tables, moment);
      if (!latest?.escalates || latest.light === null) return [];
      const { month, light, behindPercent, behindWan } = latest;
      return [{ row, month, light, behindPercent, behindWan }];
    })
    .toSorted((a, b) => decimal(b.behindPercent ?? '0').cmp(decimal(a.behindPercent ?? '0')))
    .map(({ row, month, light, behindPercent, behindWan }) => ({
      ...{ id: row.id, subjectKind: row.subjectKind, subjectName: nameOf(row), indicator: row.indicator, month, light },
      behindPercent: quotient(behindPercent),
      behindWan: behindWan ? exact(behindWan) : null,
    }));
