/**
 * The data shown with an append-only entry (实绩, 到位资金): its record, who entered it, who verified it. Once another person
 * has verified it, it is locked.
 */
export interface VerifiedEntry {
  readonly contractNumber: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly enteredBy: string | null;
  readonly enteredById: string | null;
  readonly verifiedBy: string | null;
}

/** The columns of {@link VerifiedEntry}; the table of the entry is `t`. */
export const ENTRY_COLUMNS = `
  c.number AS "contractNumber", c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
  c.project_id AS "projectId", j.name AS "projectName", t.entered_by AS "enteredById", eb.name AS "enteredBy",
  vb.name AS "verifiedBy"
`;

export const ENTRY_JOINS = `
  JOIN contract c ON c.id = t.contract_id
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN investment_project j ON j.id = c.project_id
  LEFT JOIN app_user eb ON eb.id = t.entered_by
  LEFT JOIN app_user vb ON vb.id = t.verified_by
`;
