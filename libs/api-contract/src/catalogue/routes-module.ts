import { catalogue } from './catalogue.js';
import type { RouteContract } from '../wire/index.js';

/** The text of routes/index.ts: name, method, path and permission of every route, without its shapes. */
export function routesModule(): string {
  const resources = Object.entries(catalogue as Record<string, Record<string, RouteContract>>).map(
    ([tag, routes]) =>
      `export const ${tag}: AskedRoutes<Catalogue['${tag}']> = {\n${Object.entries(routes)
        .map(
          ([verb, { method, path, access }]) =>
            `${verb}: { name: '${tag}.${verb}', method: '${method}', path: '${path}'${needed(access)} },`,
        )
        .join('\n')}\n};`,
  );
  return `// Written by \`npm run routes\` from the declarations (docs/adr/0024-typed-calls.md): nothing here is edited by hand.
import type { catalogue } from '../catalogue/index.js';
import type { AskedRoutes } from '../wire/index.js';

type Catalogue = typeof catalogue;

${resources.join('\n')}
`;
}

const needed = (access: RouteContract['access']): string =>
  typeof access === 'string' ? '' : `, needs: ['${access[0]}', '${access[1]}']`;
