import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '@crm/platform/config';
import { createLogger } from '@crm/platform/log';
import { Retention } from './index.js';
import { KEY, aTrail, type Trail } from './trail.example.js';

const log = createLogger('spec', 'silent');
const OLD = '200 days';

/** Entries as if written long ago: hashes and seals are those of that time. */
async function aged(trail: Trail, transactions: number): Promise<void> {
  await trail.fresh.query(`ALTER TABLE audit_entry ALTER COLUMN at SET DEFAULT clock_timestamp() - interval '${OLD}'`);
  await trail.write(transactions);
  await trail.fresh.query('ALTER TABLE audit_entry ALTER COLUMN at SET DEFAULT clock_timestamp()');
}

describe('retention of the trail', () => {
  let trail: Trail;
  let retention: Retention;
  const withDays = (days: string) => {
    const config = readConfig({
      DATABASE_URL: trail.fresh.url,
      DATABASE_OWNER_URL: trail.fresh.ownerUrl,
      DATA_DIR: trail.config.dataDir,
      AUDIT_KEY: KEY,
      AUDIT_KEEP_DAYS: days,
    });
    return new Retention(trail.database, config, trail.signer, log);
  };
  const segmentDir = () => trail.config.audit.segmentDir;

  beforeEach(async () => {
    trail = await aTrail(3);
    await aged(trail, 12);
    await trail.write(6);
    await trail.signer.anchor();
    retention = withDays('183');
  });
  afterEach(() => trail?.close());

  it('refuses to keep less than the law asks for', () => {
    expect(() => withDays('182')).toThrow(/AUDIT_KEEP_DAYS: must be at least 183 days/);
  });

  it('moves what the rehearsal says, no more and no less, and what stays verifies from there', async () => {
    const rehearsed = await retention.rehearse();
    expect(rehearsed.reduce((sum, { entries }) => sum + entries, 0)).toBe(24);
    expect(await trail.fresh.query('SELECT count(*)::int AS n FROM audit_entry')).toEqual([{ n: 36 }]);
    expect(await retention.move()).toEqual(rehearsed);
    expect(await trail.fresh.query('SELECT count(*)::int AS n FROM audit_entry')).toEqual([{ n: 12 }]);
    expect(await retention.rehearse()).toEqual([]);
    expect(await trail.verifier.verify()).toMatchObject({ intact: true, entries: 12, segments: rehearsed.length });
    // The files hold what left, each entry once.
    const lines = readdirSync(segmentDir())
      .filter((name) => name.endsWith('.gz'))
      .flatMap((name) =>
        gunzipSync(readFileSync(join(segmentDir(), name)))
          .toString()
          .trimEnd()
          .split('\n'),
      )
      .map((line) => JSON.parse(line) as { seq: string; subject: string });
    expect(new Set(lines.map(({ seq }) => seq)).size).toBe(24);
    expect(lines.every(({ subject }) => subject === 'department')).toBe(true);
    // And the trail goes on.
    await trail.write(2);
    await trail.signer.seal();
    expect(await trail.kinds()).toEqual([]);
  });

  it('moves nothing of a chain that is broken, and nothing young', async () => {
    await trail.fresh.query(
      `SET session_replication_role = replica; UPDATE audit_entry SET actor = 'user:x' WHERE seq = 1`,
    );
    await expect(retention.move()).rejects.toThrow('content');
    expect(await trail.fresh.query('SELECT count(*)::int AS n FROM audit_entry WHERE seq = 1')).toEqual([{ n: 1 }]);
    expect(await withDays('300').rehearse()).toEqual([]);
  });

  const tricks: Record<string, [does: () => Promise<unknown> | void, found: string]> = {
    'replaces the file of a segment': [
      () => {
        const [name = ''] = readdirSync(segmentDir()).filter((one) => one.endsWith('.gz'));
        rmSync(join(segmentDir(), name));
        writeFileSync(join(segmentDir(), name), 'another');
      },
      'segment-file',
    ],
    'removes the files': [() => rmSync(segmentDir(), { recursive: true }), 'segment-file'],
    'changes the row of a segment': [
      () =>
        trail.owner(`ALTER TABLE audit_segment DISABLE TRIGGER USER; UPDATE audit_segment SET hash = repeat('0', 64)`),
      'segment',
    ],
    'lets more go than was moved': [
      () =>
        trail.owner(
          `BEGIN; SELECT set_config('app.segment', 'leaves', true);
           WITH gone AS (DELETE FROM audit_link WHERE seq = (SELECT min(seq) FROM audit_link) RETURNING seq)
           DELETE FROM audit_entry WHERE seq IN (SELECT seq FROM gone); COMMIT`,
        ),
      'link-missing',
    ],
    'deletes the row of a segment': [
      () => trail.owner('ALTER TABLE audit_segment DISABLE TRIGGER USER; DELETE FROM audit_segment'),
      'link-missing',
    ],
  };
  it.each(Object.entries(tricks))('finds who %s', async (_name, [does, found]) => {
    await retention.move();
    await does();
    expect(await trail.kinds()).toContain(found);
  });
});
