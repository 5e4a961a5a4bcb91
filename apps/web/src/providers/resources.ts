import { contacts, enterprises, followUps, industries, leads, parks, users } from '@crm/api-contract/routes';
import type { AskedRoute } from '@crm/api-contract/wire';

export interface ResourceRoutes {
  readonly list?: AskedRoute;
  readonly one?: AskedRoute;
  readonly create?: AskedRoute;
  readonly update?: AskedRoute;
}

/** What react-admin may ask of each resource. A room that makes its records a Resource adds them here. */
const resources: Readonly<Record<string, ResourceRoutes>> = {
  contacts,
  enterprises,
  'follow-ups': followUps,
  industries,
  leads,
  parks,
  users,
};

/** The route behind one of react-admin's verbs; a verb the server does not offer is a mistake of the page. */
export function routeOf(resource: string, verb: keyof ResourceRoutes): AskedRoute {
  const route = resources[resource]?.[verb];
  if (!route) throw new Error(`${resource} has no route for ${verb}`);
  return route;
}
