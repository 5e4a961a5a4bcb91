import type { InputOf } from '@crm/api-contract/wire';
import type { leads } from '@crm/api-contract/leads';
import type { LeadStage } from '@crm/domain/leads';
import { computed, type RowOf, type Rows, type Tx } from '@crm/platform/db';
import { matchingProjectName } from '@crm/domain/enterprises';
import { enterpriseMatching } from '../enterprises/index.js';
import {
  Where,
  isIndexed,
  reaching,
  textContaining,
  type Actor,
  type Condition,
  type Planned,
} from '../data-access/index.js';
import { leadTable } from './lead.entity.js';
import {
  FOLLOW_UP_COLUMNS,
  FOLLOW_UP_FROM,
  LEAD_COLUMNS,
  LEAD_DETAIL_COLUMNS,
  LEAD_DETAIL_FROM,
  LEAD_FROM,
  type FollowUpRow,
  type LeadDetailRow,
  type LeadRow,
} from './lead.view.js';

/** Leads an actor may see, by owner. The same for list, totals, search, follow-ups and history. */
export const visibleLeads = (actor: Actor, alias = 't'): Condition =>
  reaching(actor, ['read', 'Lead'], ['lead', alias]);

export type LeadFilter = InputOf<typeof leads.list>['query']['filter'];

/** `planned`: of the text search, if the filter has one. */
export function leadConditions(actor: Actor, filter: LeadFilter, planned: Planned = 'anew'): Where {
  const where = new Where()
    .and(...visibleLeads(actor))
    .given(filter.stage, 't.stage = ?')
    .given(filter.stage_in, 't.stage = ANY (?)')
    .given(filter.parkId, 't.park_id = ?')
    .given(filter.industryId, 't.industry_id = ?')
    .given(filter.enterpriseId, 't.enterprise_id = ?')
    .given(filter.channel, 't.channel = ?')
    .given(filter.ownerId, 't.owner_id = ?')
    .given(filter.mine || undefined, 't.owner_id = ?', actor.userId)
    .given(filter.nextOn_lte, 't.next_on <= ?')
    .given(filter.investmentWan_gte, 't.investment_wan >= ?')
    .given(filter.investmentWan_lte, 't.investment_wan <= ?')
    .given(filter.createdAt_gte, 't.created_at >= ?')
    .given(filter.createdAt_lte, 't.created_at <= ?');
  return filter.q ? where.and(...leadMatching(filter.q, planned)) : where;
}

/**
 * Enterprise and project are one text of the lead, so one index is enough. Pinyin and code belong to the enterprise. No
 * index covers two tables, so both sets of ids are found separately. A single character has no pair, so all texts are
 * read once.
 */
export function leadMatching(typed: string, planned: Planned = 'anew'): Condition {
  const [named, ...values] = textContaining('t.search_text', typed, planned);
  if (/[^\p{ASCII}]/u.test(typed.normalize('NFKC'))) return [named, ...values];
  const [firm, ...firmValues] = enterpriseMatching('qe', typed, planned);
  const all = [...values, ...firmValues];
  const firms = `SELECT qe.id FROM enterprise qe WHERE ${firm}`;
  if (!isIndexed(typed)) return [`(${named}) OR t.enterprise_id IN (${firms})`, ...all];
  return [
    `t.id IN (
       SELECT t.id FROM lead t WHERE ${named}
       UNION
       SELECT k.id FROM lead k WHERE k.enterprise_id IN (${firms})
     )`,
    ...all,
  ];
}

export async function leadById(rows: Rows, actor: Actor, id: string): Promise<LeadRow | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleLeads(actor));
  return (await rows.hot<LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_FROM} ${where.sql}`, where.values))[0];
}

export async function leadDetailById(rows: Rows, actor: Actor, id: string): Promise<LeadDetailRow | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleLeads(actor));
  const text = `SELECT ${LEAD_DETAIL_COLUMNS} FROM ${LEAD_DETAIL_FROM} ${where.sql}`;
  return (await rows.hot<LeadDetailRow>(text, where.values))[0];
}

/**
 * A lead just written is returned even if it left the writer's scope, for example to an owner in another department.
 */
export const leadOfAnyScope = async (rows: Rows, id: string): Promise<LeadRow | undefined> =>
  (await rows.hot<LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_FROM} WHERE t.id = $1`, [id]))[0];

/** The stored row, locked until the transaction ends. */
export async function lockedLead(tx: Tx, actor: Actor, id: string): Promise<RowOf<typeof leadTable> | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleLeads(actor));
  return tx.one(`SELECT ${leadTable.every('t')} FROM lead t ${where.sql} FOR UPDATE`, where.values);
}

/** The newest 20, by the day they happened. */
export const newestFollowUps = (rows: Rows, leadId: string) =>
  rows.hot<FollowUpRow>(
    `SELECT ${FOLLOW_UP_COLUMNS}
     FROM ${FOLLOW_UP_FROM}
     WHERE t.lead_id = $1
     ORDER BY t.on_day DESC NULLS LAST, t.id DESC
     LIMIT 20`,
    [leadId],
  );

export interface SumRow {
  readonly stage: LeadStage;
  readonly count: number;
  readonly investmentWan: string;
  readonly areaMu: string;
}

export const sumsByStage = (rows: Rows, where: Where) =>
  rows.rows<SumRow>(
    `SELECT
       t.stage, count(*)::int AS count, sum(t.investment_wan) AS "investmentWan",
       coalesce(sum(t.area_mu), 0) AS "areaMu"
     FROM lead t ${where.sql}
     GROUP BY t.stage`,
    where.values,
  );

type ReportedColumns = 'enterpriseId' | 'projectName' | 'projectMatchName' | 'stage' | 'ownerId' | 'createdAt';

export interface ReportRow extends Pick<RowOf<typeof leadTable>, ReportedColumns> {
  readonly leadId: string;
  readonly enterpriseName: string;
  readonly matchName: string;
  readonly creditCode: string | null;
  readonly ownerName: string;
  readonly departmentName: string | null;
  readonly visible: boolean;
}

const REPORT_COLUMNS = `
  l.id AS "leadId",
  ${leadTable.pick('l', 'enterpriseId', 'projectName', 'projectMatchName', 'stage', 'ownerId', 'createdAt')},
  e.name AS "enterpriseName", e.match_name AS "matchName", e.credit_code AS "creditCode", u.name AS "ownerName",
  d.name AS "departmentName"
`;

/**
 * The leads worked on for some enterprises, and whether the actor may see each. The first-report right follows from
 * them.
 */
export async function reportsOn(rows: Rows, actor: Actor, enterpriseIds: readonly string[]): Promise<ReportRow[]> {
  const where = new Where();
  const visible = where.bind(...visibleLeads(actor, 'l'));
  where.and('l.enterprise_id = ANY (?)', enterpriseIds).and(`l.stage NOT IN ('signed', 'lost', 'withdrawn')`);
  return rows.hot<ReportRow>(
    `SELECT ${REPORT_COLUMNS}, ${visible} AS visible
     FROM lead l
     JOIN enterprise e ON e.id = l.enterprise_id
     JOIN app_user u ON u.id = l.owner_id
     LEFT JOIN department d ON d.id = u.department_id
     ${where.sql}
     ORDER BY l.created_at, l.id
     LIMIT 200`,
    where.values,
  );
}

/** The search text of a lead: enterprise and project in one text. */
export const leadSearchText = (
  { name, formerText = '' }: { readonly name: string; readonly formerText?: string },
  projectName: string,
) => computed("folded(?) || ? || '|' || folded(?)", name, formerText, projectName);

/**
 * Updates the matching and search texts of a lead after a new project name. An editor does not set them, so they are
 * not part of the guarded change.
 */
export const followProjectName = (tx: Tx, id: string, projectName: string) =>
  leadTable.update(
    tx,
    { id },
    {
      projectMatchName: matchingProjectName(projectName),
      searchText: computed(
        "(SELECT e.search_name FROM enterprise e WHERE e.id = enterprise_id) || '|' || folded(?)",
        projectName,
      ),
    },
  );
