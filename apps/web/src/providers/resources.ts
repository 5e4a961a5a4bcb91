import {
  actuals,
  apiKeys,
  approvals,
  auditEntries,
  checklistItems,
  consequences,
  contacts,
  contracts,
  enterprises,
  files,
  followUps,
  imports,
  industries,
  industryChains,
  leads,
  parks,
  provincialStandards,
  reminders,
  secretaryAssignments,
  userChoices,
  users,
} from '@crm/api-contract/routes';
import type { AskedRoute } from '@crm/api-contract/wire';

export interface ResourceRoutes {
  readonly list?: AskedRoute;
  readonly one?: AskedRoute;
  readonly create?: AskedRoute;
  readonly update?: AskedRoute;
}

/** The routes of each Resource. A room that makes its records a Resource adds them here. */
const resources: Readonly<Record<string, ResourceRoutes>> = {
  actuals,
  'api-keys': apiKeys,
  approvals,
  'audit-entries': auditEntries,
  'checklist-items': checklistItems,
  contacts,
  contracts,
  enterprises,
  files,
  'follow-ups': followUps,
  imports,
  industries,
  'industry-chains': industryChains,
  leads,
  'missed-promises': consequences,
  parks,
  reminders,
  secretaries: secretaryAssignments,
  standards: provincialStandards,
  'user-choices': userChoices,
  users,
};

/** The route of a react-admin verb; a verb that the server does not offer is a bug of the page. */
export function routeOf(resource: string, verb: keyof ResourceRoutes): AskedRoute {
  const route = resources[resource]?.[verb];
  if (!route) throw new Error(`${resource} has no route for ${verb}`);
  return route;
}
