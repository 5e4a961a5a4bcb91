import { suggestsFiling } from '@crm/domain/leads';
import type { FollowUp, Lead } from '@crm/api-contract/leads';
import type { ShownOf } from '@crm/platform/db';
import { shaped } from '../data-access/index.js';
import { followUpTable, leadTable } from './lead.entity.js';

/** A lead with the names that a list shows. */
export interface LeadRow extends ShownOf<typeof leadTable> {
  readonly enterpriseName: string;
  readonly parkName: string;
  readonly industryName: string | null;
  readonly ownerName: string;
}

export const LEAD_COLUMNS = `
  ${leadTable.columns('t')}, e.name AS "enterpriseName", p.name AS "parkName", i.name AS "industryName",
  u.name AS "ownerName"
`;
export const LEAD_JOINS = `
  LEFT JOIN enterprise e ON e.id = t.enterprise_id
  LEFT JOIN park p ON p.id = t.park_id
  LEFT JOIN industry i ON i.id = t.industry_id
  LEFT JOIN app_user u ON u.id = t.owner_id
`;
export const LEAD_FROM = `lead t ${LEAD_JOINS}`;

/** The same, with what its own page also shows. */
export interface LeadDetailRow extends LeadRow {
  readonly creditCode: string | null;
  readonly departmentName: string | null;
}
export const LEAD_DETAIL_COLUMNS = `${LEAD_COLUMNS}, e.credit_code AS "creditCode", d.name AS "departmentName"`;
export const LEAD_DETAIL_FROM = `${LEAD_FROM} LEFT JOIN department d ON d.id = u.department_id`;

export const leadView = (row: LeadRow): Lead =>
  shaped<Lead>()({ ...row, filingSuggested: suggestsFiling(row.investmentWan) });

export interface FollowUpRow extends ShownOf<typeof followUpTable> {
  readonly authorId: string;
  readonly authorName: string;
}

export const FOLLOW_UP_COLUMNS = `
  ${followUpTable.columns('t')}, t.created_by AS "authorId", u.name AS "authorName"
`;
export const FOLLOW_UP_FROM = 'follow_up t LEFT JOIN app_user u ON u.id = t.created_by';

export const followUpView = (row: FollowUpRow): FollowUp => shaped<FollowUp>()(row);
