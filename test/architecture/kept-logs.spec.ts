import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './source-files.js';

/** The launcher is plain JavaScript and no project of the compiler. */
interface Logs {
  readonly logDays: (asked: string) => number;
  readonly removeOld: (file: string, days: number) => void;
  readonly setAside: (file: string) => void;
}

describe('the logs that npm start keeps', () => {
  let folder: string;
  let logs: Logs;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crm-logs-'));
    logs = (await import(join(ROOT, 'apps/stack/logs.mjs'))) as Logs;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are cut with nothing lost, and kept packed until they are old', () => {
    const log = join(folder, 'api.log');
    writeFileSync(log, '{"n":1}\n{"n":2}\n');
    logs.setAside(log);
    expect(statSync(log).size).toBe(0);
    const [kept = ''] = readdirSync(folder).filter((name) => name.endsWith('.gz'));
    expect(gunzipSync(readFileSync(join(folder, kept))).toString()).toBe('{"n":1}\n{"n":2}\n');

    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    utimesSync(join(folder, kept), daysAgo(182), daysAgo(182));
    logs.removeOld(log, 183);
    expect(readdirSync(folder)).toContain(kept);
    utimesSync(join(folder, kept), daysAgo(184), daysAgo(184));
    logs.removeOld(log, 183);
    expect(readdirSync(folder)).toEqual(['api.log']);
  });

  it('are kept for at least half a year', () => {
    expect([logs.logDays('183'), logs.logDays('400')]).toEqual([183, 400]);
    for (const days of ['182', '0', 'for ever', '183.5'])
      expect(() => logs.logDays(days)).toThrow(`ACCESS_LOG_DAYS=${days}`);
  });
});
