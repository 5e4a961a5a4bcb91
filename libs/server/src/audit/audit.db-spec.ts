import { newId } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import { AuditService } from './index.js';
import { headTamperings } from './head-tamperings.example.js';
import { rowTamperings } from './row-tamperings.example.js';
import { aTrail, seeded, type Trail } from './trail.example.js';

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
const query = { page: 1, perPage: 200, sort: 'at', order: 'desc', exact: true } as const;

const tamperings = { ...rowTamperings, ...headTamperings };

describe('the audit trail', () => {
  let trail: Trail;
  beforeAll(async () => {
    trail = await aTrail();
    for (const transactions of [20, 15, 10]) {
      await trail.write(transactions);
      await trail.signer.seal();
    }
    await trail.signer.anchor();
    await trail.write(5);
    await trail.signer.seal();
  });
  afterAll(() => trail?.close());

  it('is intact, also while others write', async () => {
    const writing = trail.write(20);
    expect(await trail.verifier.verify()).toMatchObject({ intact: true, chains: 17, anchors: 1, heads: 5, breaks: [] });
    await writing;
    await trail.signer.seal();
    expect(await trail.verifier.verify()).toMatchObject({ intact: true, entries: 140 });
  });

  it('says in both languages what it finds', async () => {
    await trail.keep();
    await tamperings['changes who']?.does(trail, seeded(1));
    const { breaks } = await trail.verifier.verify();
    expect(breaks).toEqual([
      {
        kind: 'content',
        says: { zh: '记录的内容被改动', en: 'An entry was changed' },
        chain: expect.any(Number),
        position: expect.any(Number),
        entry: expect.stringMatching(/^\d+$/),
        head: null,
        days: null,
      },
    ]);
    await trail.restore();
  });

  it.each(Object.entries(tamperings))('finds the owner of the tables who %s', async (name, { does, found }) => {
    const pick = seeded(name.length);
    for (let place = 0; place < 2; place++) {
      await does(trail, pick);
      const kinds = await trail.kinds();
      expect([name, kinds, kinds.some((kind) => found.includes(kind))]).toEqual([name, kinds, true]);
      await trail.restore();
    }
    expect(await trail.kinds()).toEqual([]);
  });

  it('signs nothing that is broken, and no anchor either', async () => {
    await tamperings['appends an entry with a link']?.does(trail, seeded(3));
    const before = await trail.fresh.query('SELECT count(*)::int AS heads FROM audit_head');
    await expect(trail.signer.seal()).rejects.toThrow('the audit trail is broken: unsealed');
    await expect(trail.signer.anchor()).rejects.toThrow('unsealed');
    expect(await trail.fresh.query('SELECT count(*)::int AS heads FROM audit_head')).toEqual(before);
    await trail.restore();
  });

  it('is read by filters, newest first, with the name of who acted and telephone numbers covered', async () => {
    const [userId, contactId] = [newId(), newId()];
    await trail.database.transaction('system:spec', (tx) =>
      tx.run(`INSERT INTO app_user (id, username, name, role) VALUES ($1, 'fu', '符晓', 'officer')`, [userId]),
    );
    await trail.database.transaction(`user:${userId}`, async (tx) => {
      const firm = newId();
      await tx.run(`INSERT INTO enterprise (id, name, match_name) VALUES ($1, '甲', '甲')`, [firm]);
      await tx.run(`INSERT INTO contact (id, enterprise_id, name, phone) VALUES ($1, $2, '李', '13976001234')`, [
        contactId,
        firm,
      ]);
    });
    const audit = new AuditService(trail.database, trail.verifier, trail.signer, trail.personal);
    const mine = await audit.list(auditor, { ...query, filter: { userId } });
    expect(mine.data.map((entry) => [entry.subject, entry.action, entry.actorName])).toEqual([
      ['contact', 'insert', '符晓'],
      ['enterprise', 'insert', '符晓'],
    ]);
    expect(mine.data[0]?.after).toMatchObject({ name: '李', phone: '139****34' });
    const asked = { ...query, filter: { subject: 'contact', subjectId: contactId } };
    const [entry] = (await audit.list({ ...auditor, role: 'admin' }, asked)).data;
    expect(entry?.after).toMatchObject({ phone: '139****34' });
    // An entry is shown whole only with a reason, which is stored; a reason of one letter is refused.
    const reader = { ...auditor, userId };
    await expect(audit.unmask(reader, entry!.id, 'aaaaaa')).rejects.toMatchObject({ code: 'reason.says-nothing' });
    expect((await audit.unmask(reader, entry!.id, '核对投诉来电')).after).toMatchObject({ phone: '13976001234' });
    expect(await trail.fresh.query('SELECT entry::text, reason FROM audit_unmasking')).toEqual([
      { entry: entry!.id, reason: '核对投诉来电' },
    ]);
    expect((await audit.list(auditor, { ...query, filter: { at_gte: '2100-01-01T00:00:00Z' } })).total).toBe(0);
  });
});
