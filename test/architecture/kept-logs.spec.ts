import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { logDays, removeOld, setAside } from '../../apps/stack/logs.mjs';

describe('the logs that npm start keeps', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'crm-logs-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are cut with nothing lost, and kept packed until they are old', () => {
    const log = join(folder, 'api.log');
    writeFileSync(log, '{"n":1}\n{"n":2}\n');
    setAside(log);
    expect(statSync(log).size).toBe(0);
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('.gz'));
    expect(gunzipSync(readFileSync(join(folder, kept))).toString()).toBe('{"n":1}\n{"n":2}\n');

    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    utimesSync(join(folder, kept), daysAgo(182), daysAgo(182));
    removeOld(log, 183);
    expect(readdirSync(folder)).toContain(kept);
    utimesSync(join(folder, kept), daysAgo(184), daysAgo(184));
    removeOld(log, 183);
    expect(readdirSync(folder)).toEqual(['api.log']);
  });

  it('are kept for at least half a year', () => {
    expect([logDays('183'), logDays('400')]).toEqual([183, 400]);
    for (const days of ['182', '0', 'for ever', '183.5'])
      expect(() => logDays(days)).toThrow(`ACCESS_LOG_DAYS=${days}`);
  });
});
