import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FixedClock } from '@crm/platform/clock';
import { readConfig } from '@crm/platform/config';
import { createDataSource } from '@crm/platform/db';
import { createLogger } from '@crm/platform/log';
import { sendAnchor } from './anchor-webhook.js';
import { Adoption, HeadSigner } from './index.js';
import type { SignedHead } from './signed-head.js';
import { KEY, aTrail, type Trail } from './trail.example.js';
import { PersonalValues } from './personal.js';
import { AuditVerifier } from './verifier.js';

const log = createLogger('spec', 'silent');
const NEXT_KEY = '7b9e5d2846af03cc91e7b85d20f4a96be318c57d0a92fe64b1378c5dd6f1c3a0';
const SEAL_OFF = 'ALTER TABLE audit_head DISABLE TRIGGER USER';

describe('signed heads', () => {
  let trail: Trail;
  beforeEach(async () => {
    trail = await aTrail(3);
    await trail.write(6);
  });
  afterEach(() => trail?.close());

  const withSettings = (settings: Record<string, string>) => {
    const config = readConfig({
      DATABASE_URL: trail.fresh.url,
      DATA_DIR: trail.config.dataDir,
      AUDIT_KEY: KEY,
      ...settings,
    });
    return {
      signer: new HeadSigner(trail.database, config, log),
      verifier: new AuditVerifier(
        trail.database,
        config,
        new PersonalValues(trail.database, config),
        new FixedClock('2026-11-20T10:00:00+08:00'),
        log,
      ),
      config,
    };
  };
  const lines = () =>
    readFileSync(trail.anchorFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SignedHead);

  it('tell what moved since the head before, of this database, and the file outside has the same', async () => {
    await trail.signer.anchor();
    expect(await trail.signer.seal()).toBeUndefined();
    await trail.write(1);
    await trail.signer.seal();
    const [anchor, seal] = await trail.fresh.query<SignedHead>('SELECT * FROM audit_head ORDER BY n');
    expect(anchor?.heads).toHaveLength(17);
    expect(seal).toMatchObject({ reason: 'seal', previous: anchor?.mac });
    expect(seal?.heads).toHaveLength(1);
    expect(seal?.database).toMatch(new RegExp(`^\\d{10,}/${trail.fresh.name}$`));
    expect(lines().map(({ n, mac }) => [n, mac])).toEqual([
      ['1', anchor?.mac],
      ['2', seal?.mac],
    ]);
  });

  it('are one a day by the clock of the database in the zone of the office, never of tomorrow', async () => {
    expect(await trail.signer.anchorToday()).toBe(true);
    expect(await trail.signer.anchorToday()).toBe(false);
    // At any moment it is another day somewhere.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const { day } = await withSettings({ TZ_ZONE: zone }).signer.anchor();
      const [now] = await trail.fresh.query<{ day: string }>('SELECT (now() AT TIME ZONE $1)::date::text AS day', [
        zone,
      ]);
      expect(day).toBe(now?.day);
    }
  });

  it('that are late are said, in days', async () => {
    await trail.signer.anchor();
    await trail.owner(`${SEAL_OFF}; UPDATE audit_head SET day = day - 3`);
    const { breaks } = await trail.verifier.verify();
    expect(breaks).toContainEqual(expect.objectContaining({ kind: 'anchors-late', days: expect.any(Number) }));
    expect(breaks.find(({ kind }) => kind === 'anchors-late')?.days).toBeGreaterThanOrEqual(2);
    await trail.owner(`DELETE FROM audit_head; ALTER TABLE audit_entry DISABLE TRIGGER USER;
      UPDATE audit_entry SET at = at - interval '20 minutes'`);
    expect(await trail.kinds()).toContain('seals-late');
  });

  it('find a copy that is older than what was signed', async () => {
    await trail.signer.anchor();
    await trail.keep();
    const file = () => readFileSync(trail.anchorFile, 'utf8');
    const before = file();
    await trail.write(2);
    await trail.signer.seal();
    const later = file().slice(before.length);
    await trail.restore();
    expect(await trail.kinds()).toEqual([]);
    appendFileSync(trail.anchorFile, later);
    expect(await trail.kinds()).toEqual(['older']);
    // Signing goes on from the old copy and cannot hide it: two heads have one number.
    await trail.write(1);
    await trail.signer.seal();
    expect(await trail.kinds()).toEqual(['file-differs']);
  });

  it("find another database's trail, whole and sealed with the same key", async () => {
    const other = await aTrail(2);
    try {
      await other.write(4);
      await other.signer.anchor();
      const tables = ['audit_entry', 'audit_link', 'audit_chain', 'audit_head'];
      await trail.owner(tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`).join('; '));
      await trail.owner(`TRUNCATE ${tables.join(', ')}`);
      for (const table of tables) {
        const rows = await other.fresh.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${table} t`);
        for (const { row } of rows)
          await trail.owner(
            `INSERT INTO ${table} ${table === 'audit_entry' ? 'OVERRIDING SYSTEM VALUE' : ''} SELECT * FROM json_populate_record(NULL::${table}, $1)`,
            [row],
          );
        await trail.owner(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      }
      rmSync(trail.anchorFile, { force: true });
      expect(await trail.kinds()).toContain('database');
      await expect(trail.signer.seal()).rejects.toThrow('database');
    } finally {
      await other.close();
    }
  });

  it('find functions of the trail that were exchanged, until a migration is signed', async () => {
    await trail.signer.anchor();
    const [{ body } = { body: '' }] = await trail.owner<{ body: string }>(
      `SELECT pg_get_functiondef('audit_change()'::regprocedure) AS body`,
    );
    const owner = await createDataSource({
      url: trail.fresh.ownerUrl,
      pool: 1,
      migrations: [],
      applicationName: 'spec',
      log,
    }).initialize();
    try {
      // By hand: it stays found, whatever a migration signs afterwards.
      await trail.owner(body.replace('RETURN NULL; END IF;', 'RETURN NULL; END IF; -- quiet'));
      expect(await trail.kinds()).toEqual(['guards']);
      const adoption = new Adoption(owner, trail.config, log);
      await adoption.begin();
      await adoption.end(true, false);
      expect(await trail.kinds()).toEqual(['guards']);
      // By a migration: the functions before it are those that were signed.
      await trail.owner(body);
      const next = new Adoption(owner, trail.config, log);
      await next.begin();
      await trail.owner(body.replace('RETURN NULL; END IF;', 'RETURN NULL; END IF; -- next version'));
      await next.end(true, false);
      expect(await trail.kinds()).toEqual([]);
    } finally {
      await owner.destroy();
    }
  });

  it('adopt what was there before there were keys, and nothing later', async () => {
    await trail.owner(`BEGIN; SELECT set_config('app.actor', 'system:before', true);
      INSERT INTO department (id, name) VALUES (gen_random_uuid(), '以前'); COMMIT`);
    expect(await trail.kinds()).toEqual(['unsealed']);
    const owner = await createDataSource({
      url: trail.fresh.ownerUrl,
      pool: 1,
      migrations: [],
      applicationName: 'spec',
      log,
    }).initialize();
    try {
      const adoption = new Adoption(owner, trail.config, log);
      await adoption.begin();
      await adoption.end(false, false);
      expect(await trail.kinds()).toEqual(['unsealed']);
      await adoption.end(true, false);
      expect(await trail.kinds()).toEqual([]);
      await trail.owner(`BEGIN; SELECT set_config('app.actor', 'system:later', true);
        INSERT INTO department (id, name) VALUES (gen_random_uuid(), '以后'); COMMIT`);
      await adoption.end(true, false);
      expect(await trail.kinds()).toEqual(['unsealed']);
      // Only the word of the operator takes it.
      await adoption.end(false, true);
      expect(await trail.kinds()).toEqual([]);
    } finally {
      await owner.destroy();
    }
  });

  it('are verified with the key before, after it was replaced, and not without it', async () => {
    await trail.signer.anchor();
    const rotated = withSettings({ AUDIT_KEY: NEXT_KEY, AUDIT_KEYS_BEFORE: KEY });
    await rotated.signer.anchor();
    expect(await rotated.verifier.verify()).toMatchObject({ intact: true, anchors: 2 });
    const forgotten = withSettings({ AUDIT_KEY: NEXT_KEY });
    expect((await forgotten.verifier.verify()).breaks.map(({ kind }) => kind)).toContain('key-unknown');
    const keyless = withSettings({ AUDIT_KEY: '' });
    expect((await keyless.verifier.verify()).breaks.map(({ kind }) => kind)).toContain('no-key');
  });
});

describe('the webhook of anchors', () => {
  const anchor = { n: '7', mac: 'ab' } as SignedHead;
  const answering = async (status: number, headers: Record<string, string>, work: (url: string) => Promise<void>) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (part: Buffer) => asked.push(part.toString()));
      request.on('end', () => response.writeHead(status, headers).end('answer'));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/anchors`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
    return asked.join('');
  };

  it('gets the signed head, and follows nobody elsewhere', async () => {
    expect(await answering(204, {}, (url) => sendAnchor(url, anchor))).toBe('{"n":"7","mac":"ab"}');
    await answering(302, { location: 'http://169.254.169.254/' }, (url) =>
      expect(sendAnchor(url, anchor)).rejects.toThrow('the anchor was not taken: 302'),
    );
    await answering(500, {}, (url) => expect(sendAnchor(url, anchor)).rejects.toThrow('500'));
  });

  it.each(['http://anchors.example.gov.cn/', 'https://user:word@anchors.example.gov.cn/', 'file:///etc/passwd'])(
    'is refused in the configuration: %s',
    (url) => {
      expect(() => readConfig({ DATABASE_URL: 'postgres://x/y', AUDIT_ANCHOR_WEBHOOK: url })).toThrow(
        'AUDIT_ANCHOR_WEBHOOK',
      );
    },
  );
});
