import { catalogue } from './catalogue.js';
import type { RouteContract } from '../wire/index.js';

/** The text of sentences/routesZh.ts or routesEn.ts: what each route does, in one language, without its shapes. */
export function routeWordsModule(locale: 'zh' | 'en'): string {
  const words = Object.entries(catalogue as Record<string, Record<string, RouteContract>>).flatMap(([tag, routes]) =>
    Object.entries(routes).map(([verb, { summary }]) => `'${tag}.${verb}': ${JSON.stringify(summary[locale])},`),
  );
  return `// Written by \`npm run routes\` from the declarations: nothing here is edited by hand.
export const ${locale === 'zh' ? 'routesZh' : 'routesEn'}: Readonly<Record<string, string>> = {
${words.join('\n')}
};
`;
}
