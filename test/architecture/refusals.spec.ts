import { knownCodes } from '@crm/api-contract/sentences';
import { filesBelow, textOf } from './source-files.js';

const sources = ['libs/domain/src', 'libs/api-contract/src', 'libs/server/src', 'libs/platform/src', 'apps/api/src']
  .flatMap((folder) => filesBelow(folder, /\.ts$/))
  .filter((path) => !/\.(spec|db-spec|example)\.ts$/.test(path));

/** All dotted codes in the code: thrown, attached to a field, or declared by a route. */
const written =
  /(?:new Refusal\(|Refusal\.(?:unreadable|forbidden|absent|conflict|stale|precondition)\(|code: |coded\(|refuse\()'([a-z0-9-]+(?:\.[a-z0-9-]+)+)'/g;
const declared = /refuses: \[([^\]]*)\]/g;

describe('every refusal has a sentence', () => {
  const codes = new Map<string, string>();
  for (const path of sources) {
    for (const match of textOf(path).matchAll(written))
      if (!/^[a-z]\./.test(match[1] as string)) codes.set(match[1] as string, path);
    for (const match of textOf(path).matchAll(declared))
      for (const code of (match[1] as string).matchAll(/'([a-z0-9.-]+)'/g)) codes.set(code[1] as string, path);
  }

  it('finds the codes at all', () => expect(codes.size).toBeGreaterThan(25));
  it('in both languages (libs/api-contract/src/sentences)', () => {
    const known = new Set(knownCodes);
    expect([...codes].filter(([code]) => !known.has(code)).map(([code, path]) => `${code} (${path})`)).toEqual([]);
  });
});
