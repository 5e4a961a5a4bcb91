import { suggestsFiling, type LeadStage } from '@crm/domain/leads';
import { plain } from '@crm/domain/quantities';
import type { FollowUp, Lead } from '@crm/api-contract/leads';

export interface LeadRow {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  credit_code: string | null;
  project_name: string;
  stage: LeadStage;
  stage_since: string;
  loss_reason: string | null;
  park_id: string;
  park_name: string;
  industry_id: string | null;
  industry_name: string | null;
  channel: Lead['channel'];
  investment_wan: string;
  investment_typed: string | null;
  area_mu: string | null;
  area_typed: string | null;
  owner_id: string;
  owner_name: string;
  department_name: string | null;
  next_step: string | null;
  next_on: string | null;
  note: string;
  override_reason: string | null;
  created_at: string;
  updated_at: string;
  demo: boolean;
  version: number;
}

export const LEAD_COLUMNS = `
  t.id, t.enterprise_id, e.name AS enterprise_name, e.credit_code, t.project_name, t.stage, t.stage_since,
  t.loss_reason, t.park_id, p.name AS park_name, t.industry_id, i.name AS industry_name, t.channel, t.investment_wan,
  t.investment_typed, t.area_mu, t.area_typed, t.owner_id, u.name AS owner_name, d.name AS department_name,
  t.next_step, t.next_on, t.note, t.override_reason, t.created_at, t.updated_at, t.demo, t.version
`;
export const LEAD_JOINS = `
  LEFT JOIN enterprise e ON e.id = t.enterprise_id
  LEFT JOIN park p ON p.id = t.park_id
  LEFT JOIN industry i ON i.id = t.industry_id
  LEFT JOIN app_user u ON u.id = t.owner_id
  LEFT JOIN department d ON d.id = u.department_id
`;
export const LEAD_FROM = `lead t ${LEAD_JOINS}`;

export const leadView = (row: LeadRow): Lead => ({
  id: row.id,
  enterpriseId: row.enterprise_id,
  enterpriseName: row.enterprise_name,
  projectName: row.project_name,
  stage: row.stage,
  stageSince: row.stage_since,
  parkId: row.park_id,
  parkName: row.park_name,
  industryId: row.industry_id,
  industryName: row.industry_name,
  channel: row.channel,
  investmentWan: plain(row.investment_wan),
  investmentTyped: row.investment_typed,
  areaMu: row.area_mu === null ? null : plain(row.area_mu),
  areaTyped: row.area_typed,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  nextStep: row.next_step,
  nextOn: row.next_on,
  note: row.note,
  lossReason: row.loss_reason,
  overrideReason: row.override_reason,
  filingSuggested: suggestsFiling(row.investment_wan),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  demo: row.demo,
  version: row.version,
});

/** The fields a table row has, of a row that was read without its joins: enough to tell an editor what differs. */
export const staleView = (row: LeadRow): object => ({
  id: row.id,
  projectName: row.project_name,
  stage: row.stage,
  parkId: row.park_id,
  industryId: row.industry_id,
  channel: row.channel,
  investmentWan: plain(row.investment_wan),
  investmentTyped: row.investment_typed,
  areaMu: row.area_mu === null ? null : plain(row.area_mu),
  areaTyped: row.area_typed,
  nextStep: row.next_step,
  nextOn: row.next_on,
  note: row.note,
  ownerId: row.owner_id,
  version: row.version,
});

export interface FollowUpRow {
  id: string;
  lead_id: string;
  kind: FollowUp['kind'];
  on_day: string;
  met: string;
  result: string;
  next_step: string | null;
  next_on: string | null;
  created_by: string;
  author_name: string;
  created_at: string;
}

export const FOLLOW_UP_COLUMNS = `t.id, t.lead_id, t.kind, t.on_day, t.met, t.result, t.next_step, t.next_on, t.created_by, u.name AS author_name,
   t.created_at`;
export const FOLLOW_UP_FROM = 'follow_up t LEFT JOIN app_user u ON u.id = t.created_by';

export const followUpView = (row: FollowUpRow): FollowUp => ({
  id: row.id,
  leadId: row.lead_id,
  kind: row.kind,
  onDay: row.on_day,
  met: row.met,
  result: row.result,
  nextStep: row.next_step,
  nextOn: row.next_on,
  authorId: row.created_by,
  authorName: row.author_name,
  createdAt: row.created_at,
});
