import type { RowOf } from '@crm/platform/db';
import { enterpriseTable } from '../enterprises/enterprise.entity.js';
import { parkTable } from '../parks/park.entity.js';
import { contractTable, investmentProjectTable } from './contract.entity.js';

/** The contract of a record, with the names of its enterprise, project and park. */
export interface AboutContract {
  readonly contractId: Contract['id'];
  readonly contractNumber: Contract['number'];
  readonly contractStatus: Contract['status'];
  readonly enterpriseId: Contract['enterpriseId'];
  readonly enterpriseName: Enterprise['name'];
  readonly enterpriseShortName: Enterprise['shortName'];
  readonly projectId: Contract['projectId'];
  readonly projectName: Project['name'];
  readonly parkId: Contract['parkId'];
  readonly parkName: Park['name'];
  readonly industryId: Contract['industryId'];
  readonly signedOn: Contract['signedOn'];
}
type Contract = RowOf<typeof contractTable>;
type Enterprise = RowOf<typeof enterpriseTable>;
type Project = RowOf<typeof investmentProjectTable>;
type Park = RowOf<typeof parkTable>;

const [c, e, j, p] = [
  contractTable.as('c'),
  enterpriseTable.as('e'),
  investmentProjectTable.as('j'),
  parkTable.as('p'),
];
const COLUMNS: Readonly<Record<keyof AboutContract, string>> = {
  contractId: c.id,
  contractNumber: c.number,
  contractStatus: c.status,
  enterpriseId: c.enterpriseId,
  enterpriseName: e.name,
  enterpriseShortName: e.shortName,
  projectId: c.projectId,
  projectName: j.name,
  parkId: c.parkId,
  parkName: p.name,
  industryId: c.industryId,
  signedOn: c.signedOn,
};

/** The columns of these fields; the row is a `Pick<AboutContract, …>`. */
export const aboutContract = (...fields: readonly (keyof AboutContract)[]): string =>
  fields.map((field) => `${COLUMNS[field]} AS "${field}"`).join(', ');

export const ABOUT_CONTRACT = aboutContract(...(Object.keys(COLUMNS) as (keyof AboutContract)[]));

/** Beside `contract c`. */
export const ABOUT_CONTRACT_JOINS = `
  JOIN enterprise e ON e.id = c.enterprise_id
  JOIN investment_project j ON j.id = c.project_id
  JOIN park p ON p.id = c.park_id
`;
