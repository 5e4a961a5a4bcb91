import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mappedStack } from './mapped-stack.js';

describe('a stack in the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crm-stack-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string) => pathToFileURL(join(folder, name)).href;

  it('names the lines of our TypeScript', () => {
    // Line 1, column 1 of the program is line 3, column 5 of the source; its second line is line 4.
    const map = { version: 3, sources: ['src/deed.ts'], names: [], mappings: 'AAEI;AACA' };
    writeFileSync(join(folder, 'deed.js.map'), JSON.stringify(map));
    const at = (line: number) => `Error: no\n    at deed (${fileOf('deed.js')}:${line}:9)`;
    expect(mappedStack(at(1))).toMatch(/^Error: no\n {4}at deed \(\S*src\/deed\.ts:3:5\)$/);
    expect(mappedStack(at(2))).toContain('src/deed.ts:4:5');
  });

  it('stays as it is without a map, or with one that cannot be read', () => {
    writeFileSync(join(folder, 'broken.js.map'), '{');
    for (const name of ['bare.js', 'broken.js']) {
      const stack = `Error: no\n    at deed (${fileOf(name)}:1:9)\n    at node:internal/main:7:1`;
      expect(mappedStack(stack)).toBe(stack);
    }
  });
});
