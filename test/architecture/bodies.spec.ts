import { allRoutes } from '@crm/api-contract/catalogue';
import type { RouteContract } from '@crm/api-contract/wire';

/** What only a change takes, with the reason. */
const onlyChanged: Readonly<Record<string, string>> = {
  'enterprises.update: renamedOn': 'a new enterprise has no former name',
  'enterprises.update: misspelt': 'a new enterprise has no former name',
  'contracts.update: newCommitments': 'a draft begins with its commitments',
  'checklistItems.update: position': 'a new clause comes last',
  'checklistItems.update: active': 'a new clause is in use',
};

const fieldsOf = ({ body }: RouteContract): readonly string[] =>
  body && 'shape' in body ? Object.keys(body.shape as object) : [];

// A form for a new record asks for the same fields as the one that changes it, so both routes must take them.
describe('what can be changed can be given at the beginning', () => {
  const named = new Map(allRoutes.map((route) => [route.name, route.contract]));
  const pairs = [...named]
    .filter(([name]) => name.endsWith('.update'))
    .map(([name, update]) => ({ name, update, create: named.get(name.replace(/update$/, 'create')) }));

  it('each change has its beginning', () => {
    expect(pairs.length).toBeGreaterThan(5);
    expect(pairs.filter(({ create }) => !create).map(({ name }) => name)).toEqual([]);
  });

  it.each(pairs)('$name takes no field that is missing from the body of create', ({ name, update, create }) => {
    const given = create ? fieldsOf(create) : [];
    const missing = fieldsOf(update).filter((field) => !given.includes(field) && !(`${name}: ${field}` in onlyChanged));
    expect(fieldsOf(update).length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('no exception is out of date', () => {
    const changed = pairs.flatMap(({ name, update, create }) =>
      fieldsOf(update)
        .filter((field) => create && !fieldsOf(create).includes(field))
        .map((field) => `${name}: ${field}`),
    );
    expect(changed.sort()).toEqual(Object.keys(onlyChanged).sort());
  });
});
