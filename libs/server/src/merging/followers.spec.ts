import { tables } from '../tables/index.js';
import { OF_A_PROJECT } from '../contracts/index.js';
import { followers } from './followers.js';

const referringTo = (parent: string): string[] =>
  tables.flatMap(({ name, named }) =>
    [...named.values()].filter(({ facts }) => facts.references === parent).map(({ field }) => `${name}.${field}`),
  );

describe('a merge of two records of one firm', () => {
  // A table that refers to an enterprise says in its room what a merge makes of its rows (enterprises/follower.ts).
  it('knows every table that refers to an enterprise', () =>
    expect(followers.map(({ table, field }) => `${table.name}.${field}`).sort()).toEqual(
      referringTo('enterprise').sort(),
    ));

  // An empty project is set aside: contracts/merge-contracts.ts asks these tables whether it is empty.
  it('knows every table that refers to a project', () =>
    expect(referringTo('investment_project').sort()).toEqual(OF_A_PROJECT.map((name) => `${name}.projectId`)));

  it('moves each row by its id, so that an undo finds it again', () => {
    for (const { table } of followers) expect([table.name, table.named.has('id')]).toEqual([table.name, true]);
  });
});
