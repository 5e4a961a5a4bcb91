import { FixedClock } from '@crm/platform/clock';
import { newId } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import type { Actor } from '../data-access/index.js';
import { ContactsService, EnterprisesService } from '../enterprises/index.js';
import { DistinctionsService } from './distinctions.service.js';
import { MergingService } from './merging.service.js';

const clock = new FixedClock('2026-11-20T09:00:00+08:00');
const REASON = '股东和地址都不同，只是重名';

describe('two records that look like one firm and are two', () => {
  let opened: OpenedDatabase;
  let manager: Actor;
  let n = 0;
  const room = () => ({
    merging: new MergingService(opened.database, clock),
    apart: new DistinctionsService(opened.database),
    firms: new EnterprisesService(opened.database, clock),
    contacts: new ContactsService(opened.database, clock),
  });
  beforeAll(async () => {
    opened = await openedDatabase(10);
    manager = await anActor(opened, 'manager');
  });
  afterAll(() => opened?.close());

  /** The second record has the name of the first, as an import of an earlier release left it. */
  async function namesakes(): Promise<readonly [string, string]> {
    const { id, name } = await room().firms.create(manager, { name: `海南第${++n}重名有限公司` });
    const other = newId();
    await opened.database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO enterprise (id, name, match_name, pinyin, initials, spellings)
         SELECT $1, $2, match_name, pinyin, initials, spellings FROM enterprise WHERE id = $3`,
        [other, name, id],
      ),
    );
    return [id, other];
  }
  const decide = ([firstId, secondId]: readonly [string, string]) =>
    room().apart.decide(manager, { firstId, secondId, reason: REASON });
  const isListed = async (pair: readonly [string, string]) =>
    (await room().merging.candidates()).data.some(
      ({ staying, going }) => pair.includes(staying.id) && pair.includes(going.id),
    );

  it('leave the list and cannot be merged, until the decision is taken back', async () => {
    const pair = await namesakes();
    expect(await isListed(pair)).toBe(true);
    const told = await decide(pair);
    expect(told).toMatchObject({ reason: REASON, decidedBy: manager.name, holds: true, withdrawnAt: null });
    expect(await isListed(pair)).toBe(false);
    expect((await room().apart.list()).data.map(({ id }) => id)).toContain(told.id);
    // Whichever of the two is named first.
    await expect(decide([pair[1], pair[0]])).rejects.toMatchObject({ code: 'enterprise.told-apart' });
    const merge = { winnerId: pair[0], loserId: pair[1], reason: '同一家' };
    for (const attempt of [room().merging.preview(manager, merge), room().merging.merge(manager, merge)])
      await expect(attempt).rejects.toMatchObject({ code: 'enterprise.told-apart', facts: { reason: REASON } });

    const back = await room().apart.withdraw(manager, told.id, '工商查询是同一家');
    expect(back).toMatchObject({ withdrawnReason: '工商查询是同一家' });
    expect(await isListed(pair)).toBe(true);
    await expect(room().apart.withdraw(manager, told.id, '再撤')).rejects.toMatchObject({
      code: 'enterprise.apart-withdrawn',
    });
    expect((await room().merging.merge(manager, merge)).winnerId).toBe(pair[0]);
    const trail = await opened.fresh.query<{ action: string; actor: string }>(
      `SELECT action, actor FROM audit_entry WHERE subject = 'enterprise_distinction' AND subject_id = $1 ORDER BY seq`,
      [told.id],
    );
    expect(trail).toEqual(['insert', 'update'].map((action) => ({ action, actor: `user:${manager.userId}` })));
  });

  it.each([
    [
      'a telephone number',
      async (id: string) => room().contacts.create(manager, { enterpriseId: id, name: '方总', phone: '13900005678' }),
    ],
    [
      'a code',
      async (id: string) =>
        room().firms.update(manager, id, (await room().firms.one(manager, id)).version, {
          creditCode: '91350100M000100Y43',
        }),
    ],
  ] as const)('are listed again when %s of one changes, and can be told apart anew', async (_what, change) => {
    const pair = await namesakes();
    const told = await decide(pair);
    await change(pair[0]);
    expect(await isListed(pair)).toBe(true);
    expect((await room().apart.list()).data.find(({ id }) => id === told.id)).toMatchObject({ holds: false });
    const again = await decide(pair);
    expect([again.id === told.id, await isListed(pair)]).toEqual([false, false]);
    const standing = (await room().apart.list()).data.filter(({ firstId }) => pair.includes(firstId));
    expect(standing.map(({ id }) => id)).toEqual([again.id]);
  });

  it('hide no other pair of the same name', async () => {
    const pair = await namesakes();
    const third = newId();
    await opened.database.transaction('system:spec', (tx) =>
      tx.run(
        `INSERT INTO enterprise (id, name, match_name, pinyin, initials, spellings)
         SELECT $1, name, match_name, pinyin, initials, spellings FROM enterprise WHERE id = $2`,
        [third, pair[0]],
      ),
    );
    await decide([pair[0], third]);
    expect([await isListed(pair), await isListed([pair[0], third]), await isListed([pair[1], third])]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are two that exist: a merged or unknown record is refused', async () => {
    const pair = await namesakes();
    await room().merging.merge(manager, { winnerId: pair[0], loserId: pair[1], reason: '同一家' });
    await expect(decide(pair)).rejects.toMatchObject({ code: 'enterprise.merged' });
    await expect(decide([pair[0], newId()])).rejects.toMatchObject({ code: 'record.absent' });
    await expect(decide([pair[0], pair[0]])).rejects.toMatchObject({ code: 'enterprise.merge-itself' });
  });

  it('while somebody merges them: one of the two is refused, never both done', async () => {
    const pair = await namesakes();
    const done = await Promise.allSettled([
      decide(pair),
      room().merging.merge(manager, { winnerId: pair[0], loserId: pair[1], reason: '同一家' }),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(done.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual([
      expect.stringMatching(/^enterprise\.(told-apart|merged)$/),
    ]);
  });
});
