import { spawnSync } from 'node:child_process';

it('the list of leads stands within 350 kB', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/load/first-load.mjs'], { encoding: 'utf8' });
  const totals = [...stdout.matchAll(/^(zh|en): +([\d.]+) kB/gm)].map(([, locale, kB]) => ({ locale, kB: Number(kB) }));
  expect({ stderr, totals: totals.map(({ locale }) => locale) }).toEqual({ stderr: '', totals: ['zh', 'en'] });
  expect(totals.filter(({ kB }) => kB > 350)).toEqual([]);
}, 300_000);
