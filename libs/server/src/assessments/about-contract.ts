import type { ContractRow } from '@crm/api-contract/contracts';

/** The enterprise, project and contract of a record; one row of the joins below. */
export interface AboutContract {
  contract_id: string;
  contract_number: string;
  contract_status: ContractRow['status'];
  enterprise_id: string;
  enterprise_name: string;
  enterprise_short_name: string;
  project_id: string;
  project_name: string;
  park_id: string;
  park_name: string;
  industry_id: string;
  area_mu: string | null;
  signed_on: string | null;
}
export const ABOUT_COLUMNS = `c.id AS contract_id, c.number AS contract_number, c.status AS contract_status, c.enterprise_id,
   e.name AS enterprise_name, e.short_name AS enterprise_short_name, c.project_id, j.name AS project_name, c.park_id,
   p.name AS park_name, c.industry_id, c.area_mu, c.signed_on`;
export const ABOUT_JOINS = `JOIN contract c ON c.id = t.contract_id
   JOIN enterprise e ON e.id = c.enterprise_id
   JOIN investment_project j ON j.id = c.project_id
   JOIN park p ON p.id = c.park_id`;
