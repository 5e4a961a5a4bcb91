import * as modules from '@crm/api-contract/routes';
import type { AskedRoute } from '@crm/api-contract/wire';

/** Every route as the web knows it, by its name. */
export const routes = new Map<string, AskedRoute>(
  Object.values(modules as Record<string, Record<string, AskedRoute>>)
    .flatMap((resource) => Object.values(resource))
    .map((route) => [route.name, route]),
);
