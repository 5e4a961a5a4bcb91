import { can, ROLES } from '@crm/api-contract/access';
import { allRoutes, openApiDocument } from '@crm/api-contract/catalogue';
import * as asked from '@crm/api-contract/routes';
import { routesEn } from '@crm/api-contract/sentences/routesEn';
import { routesZh } from '@crm/api-contract/sentences/routesZh';
import { textOf } from './source-files.js';

describe('routes', () => {
  it('have an address of their own', () => {
    const addresses = allRoutes.map(({ contract }) => `${contract.method} ${contract.path.replace(/:\w+/g, ':x')}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it.each(allRoutes.map((named) => [named.name, named.contract] as const))(
    '%s says who may call it, in both languages',
    (_name, contract) => {
      expect(contract.access).toBeTruthy();
      expect(contract.summary.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(contract.summary.en.length).toBeGreaterThan(1);
    },
  );

  it.each(
    allRoutes
      .filter(({ contract }) => Array.isArray(contract.access))
      .map((named) => [named.name, named.contract] as const),
  )('%s is open to somebody', (_name, contract) => {
    const [action, subject] = contract.access as readonly [Parameters<typeof can>[1], Parameters<typeof can>[2]];
    expect(ROLES.some((role) => can({ role }, action, subject))).toBe(true);
  });

  it('that change a record are guarded by the version its editor saw', () =>
    expect(
      allRoutes.filter(({ contract }) => contract.method === 'PATCH' && !contract.guarded).map(({ name }) => name),
    ).toEqual([]));

  it('changes nothing on GET', () =>
    expect(
      allRoutes.filter(({ contract }) => contract.method === 'GET' && contract.status === 201).map(({ name }) => name),
    ).toEqual([]));

  it('are the ones the browser asks (npm run routes)', () => {
    const byName = (routes: readonly { name: string }[]) => routes.toSorted((a, b) => a.name.localeCompare(b.name));
    const known = Object.values(asked).flatMap((routes) => Object.values<{ name: string }>(routes));
    const declared = allRoutes.map(({ name, contract: { method, path, access } }) => ({
      ...{ name, method, path },
      ...(Array.isArray(access) ? { needs: access } : {}),
    }));
    expect(byName(known)).toEqual(byName(declared));
  });

  it.each([
    ['zh', routesZh],
    ['en', routesEn],
  ] as const)('are said in %s as they are declared (npm run routes)', (locale, words) =>
    expect(words).toEqual(Object.fromEntries(allRoutes.map(({ name, contract }) => [name, contract.summary[locale]]))),
  );

  it('are written in docs/openapi.json as they are (npm run openapi > docs/openapi.json)', () => {
    expect(JSON.parse(textOf('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApiDocument('1.0.0'))));
  });
});
