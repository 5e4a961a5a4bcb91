import { readConfig } from '@crm/platform/config';
import { newId, type AnyTable } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { tables } from '../tables/index.js';
import { AuditService, PersonalValues } from './index.js';
import { aTrail, type Trail } from './trail.example.js';

const auditor: Actor = {
  userId: newId(),
  username: 'auditor',
  name: '黎昕',
  role: 'auditor',
  departmentId: null,
  departmentName: null,
  dataScope: 'all',
  locale: 'zh',
  sessionId: '',
};

const admin: Actor = { ...auditor, userId: newId(), username: 'admin', name: '苏彤', role: 'admin' };

describe('persons in the trail', () => {
  let trail: Trail;
  let audit: AuditService;
  const [contactId, firm] = [newId(), newId()];
  beforeEach(async () => {
    trail = await aTrail(2);
    audit = new AuditService(trail.database, trail.verifier, trail.signer, trail.personal);
    await trail.database.transaction('system:spec', async (tx) => {
      for (const { userId, username, name, role } of [auditor, admin])
        await tx.run('INSERT INTO app_user (id, username, name, role) VALUES ($1, $2, $3, $4)', [
          userId,
          username,
          name,
          role,
        ]);
      await tx.run(`INSERT INTO enterprise (id, name, match_name) VALUES ($1, '甲', '甲')`, [firm]);
      await tx.run(
        `INSERT INTO contact (id, enterprise_id, name, phone, note) VALUES ($1, $2, '李琼', '13976001234', '')`,
        [contactId, firm],
      );
      await tx.run(`UPDATE contact SET phone = '13976005678', version = version + 1 WHERE id = $1`, [contactId]);
    });
    await trail.signer.seal();
  });
  afterEach(() => trail?.close());

  const shown = async () =>
    (
      await audit.list(auditor, {
        page: 1,
        perPage: 50,
        sort: 'at',
        order: 'asc',
        exact: true,
        filter: { subject: 'contact', subjectId: contactId },
      })
    ).data.map(({ before, after }) => ({ before, after }));
  const stored = async () =>
    JSON.stringify([
      await trail.fresh.query('SELECT before, after FROM audit_entry'),
      await trail.fresh.query('SELECT plain, cipher FROM audit_personal'),
    ]);

  it('are shown masked, encrypted or not yet, and are nowhere in the tables in plain text', async () => {
    const expected = [
      { before: null, after: expect.objectContaining({ name: '李琼', phone: '139****34', note: '' }) },
      {
        before: expect.objectContaining({ phone: '139****34' }),
        after: expect.objectContaining({ phone: '139****78', version: 2 }),
      },
    ];
    expect(await shown()).toEqual(expected);
    expect(await trail.personal.encrypt()).toBe(4);
    expect(await trail.personal.encrypt()).toBe(0);
    expect(await shown()).toEqual(expected);
    const text = await stored();
    for (const value of ['李琼', '13976001234', '13976005678']) expect(text).not.toContain(value);
    expect(await trail.kinds()).toEqual([]);
  });

  it('are erased with their key: the chain verifies, the trail says so, and what comes later is not kept', async () => {
    await trail.personal.encrypt();
    const wish = { subject: 'contact', subjectId: contactId, reason: '本人要求删除' } as const;
    expect(await audit.erase(auditor, wish)).toEqual({ state: 'asked' });
    expect((await shown())[0]?.after).toMatchObject({ name: '李琼' });
    await expect(audit.erase(auditor, wish)).rejects.toMatchObject({ code: 'erasing.own' });
    expect(await audit.erase(admin, wish)).toEqual({ state: 'erased' });
    expect(await audit.erase(auditor, wish)).toEqual({ state: 'erased' });
    expect(
      await trail.fresh.query(
        `SELECT actor, action, after FROM audit_entry WHERE subject = 'audit_person' ORDER BY seq`,
      ),
    ).toEqual([
      { actor: `user:${auditor.userId}`, action: 'update', after: { asked_by: auditor.userId, reason: wish.reason } },
      { actor: `user:${admin.userId}`, action: 'delete', after: { asked_by: auditor.userId, reason: wish.reason } },
    ]);
    expect(await trail.fresh.query('SELECT wrapped FROM audit_person')).toEqual([{ wrapped: null }]);
    expect((await shown())[0]?.after).toMatchObject({
      name: { erased: true },
      phone: { erased: true },
      enterprise_id: firm,
    });
    expect(await trail.kinds()).toEqual([]);
    await trail.database.transaction('system:spec', (tx) =>
      tx.run(`UPDATE contact SET phone = '13976009999', version = version + 1 WHERE id = $1`, [contactId]),
    );
    await trail.signer.seal();
    await trail.personal.encrypt();
    expect((await shown()).at(-1)?.after).toMatchObject({ phone: { erased: true } });
    expect(await trail.kinds()).toEqual([]);
  });

  it.each([
    ['changes a value', `UPDATE audit_personal SET cipher = set_byte(cipher, 20, 1 + get_byte(cipher, 20) % 255)`],
    ['removes a value', `DELETE FROM audit_personal WHERE field = 'phone'`],
    [
      'exchanges values',
      `UPDATE audit_personal a SET cipher = b.cipher FROM audit_personal b WHERE a.field = 'phone' AND b.field = 'name'`,
    ],
    ['puts another value beside', `UPDATE audit_personal SET cipher = NULL, salt = '\\x00', plain = '"别人"'`],
    ['destroys a key without an erasure', `DELETE FROM audit_person`],
  ])('finds the owner of the tables who %s', async (_name, sql) => {
    await trail.personal.encrypt();
    await trail.owner(sql);
    expect(await trail.kinds()).toEqual(['personal']);
  });

  it('stay readable when AUDIT_KEY is replaced, also after the old one is forgotten', async () => {
    await trail.personal.encrypt();
    const next = '7b9e5d2846af03cc91e7b85d20f4a96be318c57d0a92fe64b1378c5dd6f1c3a0';
    const settings = { DATABASE_URL: trail.fresh.url, DATA_DIR: trail.config.dataDir, AUDIT_KEY: next };
    const rotated = readConfig({ ...settings, AUDIT_KEYS_BEFORE: trail.config.audit.key });
    await new PersonalValues(trail.database, rotated).encrypt();
    const forgotten = new PersonalValues(trail.database, readConfig(settings));
    expect(await trail.database.read((rows) => forgotten.check(rows))).toEqual([]);
  });

  it('are those of the columns whose description says so', async () => {
    const described = tables
      .map((table: AnyTable) => [
        table.name,
        [...table.named.values()]
          .filter(({ facts }) => facts.personal)
          .map(({ column }) => column)
          .sort(),
      ])
      .filter(([, columns]) => columns?.length);
    const told = await trail.fresh.query<{ name: string; columns: string }>(
      `SELECT replace(tgname, 'audit_entry_personal_', '') AS name, encode(tgargs, 'escape') AS columns
       FROM pg_trigger
       WHERE tgname LIKE 'audit\\_entry\\_personal\\_%'`,
    );
    expect(Object.fromEntries(described)).toEqual(
      Object.fromEntries(told.map(({ name, columns }) => [name, columns.split('\\000').filter(Boolean).sort()])),
    );
  });
});
