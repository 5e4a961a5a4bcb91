import { migrations } from '@crm/server/migrations';
import { filesBelow, textOf } from './source-files.js';

describe('migrations', () => {
  const files = filesBelow('libs/server/src/migrations', /^\d{13}-[a-z-]+\.ts$/);

  it('are one list in the order of their time', () => {
    const times = migrations.map((migration) => Number(/(\d{13})$/.exec(migration.name)?.[1]));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it('and every file is in it', () => {
    expect(migrations.map((migration) => /(\d{13})$/.exec(migration.name)?.[1])).toEqual(
      files.map((path) => /(\d{13})-/.exec(path)?.[1]),
    );
  });

  it('give every amount six places and no NaN', () => {
    const loose = files.flatMap((path) =>
      [...textOf(path).matchAll(/\b(\w+_(?:wan|mu|sqm))\s+numeric\b(?!\(18,6\))/g)].map(
        (match) => `${path}: ${match[1]}`,
      ),
    );
    expect(loose).toEqual([]);
  });
});
