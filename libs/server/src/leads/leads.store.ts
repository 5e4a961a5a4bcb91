import type { InputOf } from '@crm/api-contract/wire';
import type { leads } from '@crm/api-contract/leads';
import type { LeadStage } from '@crm/domain/leads';
import type { Rows, Tx } from '@crm/platform/db';
import { enterpriseMatching, textContaining } from '../enterprises/index.js';
import { Where, ownedWithin, type Actor, type Condition } from '../data-access/index.js';
import {
  FOLLOW_UP_COLUMNS,
  FOLLOW_UP_FROM,
  LEAD_COLUMNS,
  LEAD_FROM,
  type FollowUpRow,
  type LeadRow,
} from './lead.view.js';

/** Which leads an actor may know of: by their owner. The same for list, sums, search, follow-ups and history. */
export const visibleLeads = (actor: Actor, owner = 't.owner_id'): Condition => ownedWithin(actor, owner);

export type LeadFilter = InputOf<typeof leads.list>['query']['filter'];

export function leadConditions(actor: Actor, filter: LeadFilter): Where {
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
  return filter.q ? where.and(...leadMatching(filter.q)) : where;
}

/**
 * Firm and project are one text of the lead, so that one index answers; the pinyin and code of the firm are asked of
 * the firm.
 */
export function leadMatching(typed: string): Condition {
  const [named, ...values] = textContaining('t.search_text', typed);
  if (/[^\p{ASCII}]/u.test(typed.normalize('NFKC'))) return [named, ...values];
  const [firm, ...firmValues] = enterpriseMatching('qe', typed);
  return [`(${named}) OR t.enterprise_id IN (SELECT qe.id FROM enterprise qe WHERE ${firm})`, ...values, ...firmValues];
}

export async function leadById(rows: Rows, actor: Actor, id: string): Promise<LeadRow | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleLeads(actor));
  return (await rows.hot<LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_FROM} ${where.sql}`, where.values))[0];
}

/** What was just written is answered also where it left the writer's scope: given to an owner of another department. */
export async function leadOfAnyScope(rows: Rows, id: string): Promise<LeadRow | undefined> {
  return (await rows.hot<LeadRow>(`SELECT ${LEAD_COLUMNS} FROM ${LEAD_FROM} WHERE t.id = $1`, [id]))[0];
}

/** The stored row, locked until the verb is done. */
export async function lockedLead(tx: Tx, actor: Actor, id: string): Promise<LeadRow | undefined> {
  const where = new Where().and('t.id = ?', id).and(...visibleLeads(actor));
  return tx.one<LeadRow>(`SELECT t.* FROM lead t ${where.sql} FOR UPDATE`, where.values);
}

/** The newest 20, by the day on which it happened. */
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
  stage: LeadStage;
  count: number;
  investment_wan: string;
  area_mu: string;
}

export const sumsByStage = (rows: Rows, where: Where) =>
  rows.rows<SumRow>(
    `SELECT
       t.stage, count(*)::int AS count, sum(t.investment_wan) AS investment_wan,
       coalesce(sum(t.area_mu), 0) AS area_mu
     FROM lead t ${where.sql}
     GROUP BY t.stage`,
    where.values,
  );

export interface ReportRow {
  lead_id: string;
  enterprise_id: string;
  enterprise_name: string;
  match_name: string;
  credit_code: string | null;
  project_name: string;
  project_match_name: string;
  stage: LeadStage;
  owner_id: string;
  owner_name: string;
  department_name: string | null;
  created_at: string;
  visible: boolean;
}

const REPORT_COLUMNS = `
  l.id AS lead_id, l.enterprise_id, e.name AS enterprise_name, e.match_name, e.credit_code, l.project_name,
  l.project_match_name, l.stage, l.owner_id, u.name AS owner_name, d.name AS department_name, l.created_at
`;

/** The leads worked on for some firms, with whether the actor may see each; first-report right follows from them. */
export async function reportsOn(rows: Rows, actor: Actor, enterpriseIds: readonly string[]): Promise<ReportRow[]> {
  const [visible, ...values] = visibleLeads(actor, 'l.owner_id');
  let n = 1;
  const numbered = visible.replaceAll('?', () => `$${++n}`);
  return rows.hot<ReportRow>(
    `SELECT ${REPORT_COLUMNS}, ${numbered} AS visible
     FROM lead l
     JOIN enterprise e ON e.id = l.enterprise_id
     JOIN app_user u ON u.id = l.owner_id
     LEFT JOIN department d ON d.id = u.department_id
     WHERE l.enterprise_id = ANY ($1) AND l.stage NOT IN ('signed', 'lost', 'withdrawn')
     ORDER BY l.created_at, l.id
     LIMIT 200`,
    [enterpriseIds, ...values],
  );
}

export interface NewLead {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly projectName: string;
  readonly projectMatchName: string;
  readonly parkId: string;
  readonly industryId: string | null;
  readonly channel: string | null;
  readonly investmentWan: string;
  readonly investmentTyped: string | null;
  readonly areaMu: string | null;
  readonly areaTyped: string | null;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly contactId: string | null;
  readonly nextStep: string;
  readonly nextOn: string;
  readonly note: string;
  readonly overrideReason: string | null;
}

export const insertLead = (tx: Tx, l: NewLead) =>
  tx.hot(
    `INSERT INTO lead (
       id, enterprise_id, project_name, project_match_name, search_text, park_id, industry_id, channel,
       investment_wan, investment_typed, area_mu, area_typed, owner_id, created_by, contact_id, next_step, next_on,
       note, override_reason
     )
     VALUES
       (
         $1, $2, $4, $5, folded($3) || '|' || folded($4), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
         $19
       )
     RETURNING id`,
    [
      l.id,
      l.enterpriseId,
      l.enterpriseName,
      l.projectName,
      l.projectMatchName,
      l.parkId,
      l.industryId,
      l.channel,
      l.investmentWan,
      l.investmentTyped,
      l.areaMu,
      l.areaTyped,
      l.ownerId,
      l.createdBy,
      l.contactId,
      l.nextStep,
      l.nextOn,
      l.note,
      l.overrideReason,
    ],
  );

/**
 * What a lead is matched and searched by follows its project's name; no field of an editor's, so it is no part of the
 * guarded change.
 */
export const followProjectName = (tx: Tx, id: string, enterpriseName: string, projectMatchName: string) =>
  tx.run(
    `UPDATE lead
     SET project_match_name = $3, search_text = folded($2) || '|' || folded(project_name), version = version + 1
     WHERE id = $1`,
    [id, enterpriseName, projectMatchName],
  );
