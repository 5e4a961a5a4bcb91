import { filesBelow, textOf } from './source-files.js';

/** What a person types is text: `%` and `_` in it are letters. */
describe('a search in SQL', () => {
  it('binds what was typed through containing() or startingWith()', () => {
    const faults: string[] = [];
    for (const file of filesBelow('libs/server/src', /\.ts$/)) {
      if (/spec|migrations/.test(file)) continue;
      const text = textOf(file);
      if (/\bI?LIKE (\?|\$\d)/.test(text) && !/\b(containing|startingWith)\(/.test(text)) faults.push(file);
    }
    // Letters and digits alone, as its own condition checks.
    expect(faults.filter((file) => !file.endsWith('enterprises/matching-text.ts'))).toEqual([]);
  });
});
