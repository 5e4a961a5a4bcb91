import { defaultPolicies } from '@crm/domain/approvals';
import { FixedClock } from '@crm/platform/clock';
import { newId } from '@crm/platform/db';
import { anActor, openedDatabase, type OpenedDatabase } from '../../../../test/servers/opened-database.js';
import { refOf, type Actor } from '../data-access/index.js';
import {
  ApprovalInboxService,
  ApprovalsService,
  PoliciesService,
  approvalsDueSource,
  policiesNow,
  signatures,
  type ApprovalRecord,
  type ApprovalRequest,
} from './index.js';

describe('approvals', () => {
  let opened: OpenedDatabase;
  let engine: ApprovalsService;
  let inbox: ApprovalInboxService;
  let policies: PoliciesService;
  const people: Record<string, Actor> = {};
  const heard: string[] = [];

  beforeAll(async () => {
    opened = await openedDatabase(8);
    const clock = new FixedClock('2026-11-20T10:00:00+08:00');
    engine = new ApprovalsService(opened.database, clock);
    inbox = new ApprovalInboxService(opened.database, clock);
    policies = new PoliciesService(opened.database);
    for (const name of ['manager', 'director', 'admin', 'officer', 'officer2', 'secretary', 'auditor'])
      people[name] = await anActor(opened, name);
    engine.handle('waiver', {
      granted: async (tx, actor, { id, state, closedBy }) =>
        void (heard.push(`granted ${id} ${state} ${closedBy === actor.userId}`), await tx.run('SELECT 1')),
      returned: async (_tx, _actor, { id }, reason) => void heard.push(`returned ${id} ${reason}`),
      revoked: async (_tx, _actor, { id }) => void heard.push(`revoked ${id}`),
    });
    engine.handle('contract-signing', {
      granted: async (tx, _actor, { payload }) => void (payload.breaks && (await tx.run('SELECT 1/0'))),
    });
  });
  afterAll(() => opened?.close());
  beforeEach(() => void heard.splice(0));

  const who = (name: string) => people[name] as Actor;
  const ask = (more: Partial<ApprovalRequest> = {}, by = 'officer') =>
    opened.database.transaction(refOf(who(by)), (tx) =>
      engine.request(tx, who(by), {
        kind: 'waiver',
        subjectId: newId(),
        contractId: null,
        title: { year: 2025 },
        amountWan: null,
        belowStandard: false,
        payload: { year: 2025 },
        ...more,
      }),
    );
  const stateOf = async (id: string) => (await inbox.one(who('auditor'), id)).state;

  it('ships the policy the rules name', async () => {
    const kept = (await opened.database.read(policiesNow)).map((row) =>
      JSON.stringify([row.kind, String(Number(row.fromWan)), row.belowStandardOnly, row.levels]),
    );
    expect(kept.sort()).toEqual(
      defaultPolicies.map((row) => JSON.stringify([row.kind, row.fromWan, row.belowStandardOnly, row.levels])).sort(),
    );
  });

  it('what no level is asked for is granted at once, and on record', async () => {
    const { id, state } = await ask({ kind: 'contract-signing', amountWan: '9999.99' });
    expect([state, await stateOf(id), (await inbox.one(who('auditor'), id)).steps]).toEqual(['granted', 'granted', []]);
  });

  it('one signature of another person grants it, and the room that asked does its part in the same transaction', async () => {
    const { id, state } = await ask();
    expect(state).toBe('pending');
    expect(await inbox.counts(who('manager'))).toMatchObject({ todo: 1 });
    expect(await inbox.counts(who('officer'))).toEqual({ todo: 0, requested: 1, done: 0 });
    const granted = await engine.approve(who('manager'), id, 1, '同意');
    expect(granted).toMatchObject({
      state: 'granted',
      level: null,
      closedBy: { name: who('manager').name },
      version: 2,
    });
    expect(granted.steps).toMatchObject([
      { level: 1, role: 'manager', decidedBy: { id: who('manager').userId }, decision: 'approved', note: '同意' },
    ]);
    expect(heard).toEqual([`granted ${id} granted true`]);
    expect(
      (
        await inbox.list(who('manager'), {
          page: 1,
          perPage: 10,
          sort: 'requestedAt',
          order: 'desc',
          exact: false,
          filter: { mine: 'done' },
        })
      ).data.map((row) => row.id),
    ).toEqual([id]);
  });

  it('where the room’s part fails, nothing is decided', async () => {
    const { id } = await ask({ kind: 'contract-signing', amountWan: '10000', payload: { breaks: true } });
    await expect(engine.approve(who('manager'), id, 1, '')).rejects.toMatchObject({ code: '22012' });
    expect(await inbox.one(who('manager'), id)).toMatchObject({
      state: 'pending',
      version: 1,
      steps: [{ decidedBy: null }],
    });
    await engine.return(who('manager'), id, 1, '先退回');
  });

  it('nobody approves their own, and nobody two levels; the second level waits for the first', async () => {
    const { id } = await ask({ kind: 'contract-signing', amountWan: '100000' }, 'manager');
    await expect(engine.approve(who('manager'), id, 1, '')).rejects.toMatchObject({
      code: 'approval.own',
      kind: 'forbidden',
    });
    expect((await inbox.one(who('manager'), id)).mayDecide).toBe(false);
    expect(await engine.approve(who('director'), id, 1, '')).toMatchObject({ state: 'pending', level: 2, levels: 2 });
    await expect(engine.approve(who('director'), id, 2, '')).rejects.toMatchObject({
      code: 'approval.twice',
      kind: 'conflict',
    });
    expect(await engine.approve(who('admin'), id, 2, '')).toMatchObject({ state: 'granted' });
    await expect(engine.approve(who('admin'), id, 3, '')).rejects.toMatchObject({ code: 'approval.closed' });
  });

  it('of two who approve at once one wins, and the other is told', async () => {
    const { id } = await ask();
    const both = await Promise.allSettled([
      engine.approve(who('manager'), id, 1, ''),
      engine.approve(who('director'), id, 1, ''),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual([
      'approval.closed',
    ]);
    expect(heard).toHaveLength(1);
    const two = await ask({ kind: 'contract-signing', amountWan: '200000' });
    const levels = await Promise.allSettled([
      engine.approve(who('manager'), two.id, 1, ''),
      engine.approve(who('director'), two.id, 1, ''),
    ]);
    expect(levels.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))).toEqual(
      ['version.stale'],
    );
    expect(await inbox.one(who('admin'), two.id)).toMatchObject({ state: 'pending', level: 2, version: 2 });
    await engine.approve(who('admin'), two.id, 2, '');
  });

  it('returned with a reason, taken back by the one who asked: both close it, and it can be asked for anew', async () => {
    const subjectId = newId();
    const first = await ask({ subjectId });
    await expect(ask({ subjectId })).rejects.toMatchObject({ code: 'approval.open', kind: 'conflict' });
    expect(await engine.return(who('director'), first.id, 1, '请补充依据')).toMatchObject({
      state: 'returned',
      reason: '请补充依据',
      steps: [{ decision: 'returned', note: '请补充依据' }],
    });
    const second = await ask({ subjectId });
    await expect(engine.revoke(who('officer2'), second.id, 1, null)).rejects.toMatchObject({ code: 'record.absent' });
    await expect(engine.revoke(who('manager'), second.id, 1, null)).rejects.toMatchObject({
      code: 'approval.not-yours',
    });
    await engine.revoke(who('officer'), second.id, 1, null);
    expect(heard).toEqual([`returned ${first.id} 请补充依据`, `revoked ${second.id}`]);
    expect(await opened.database.read((rows) => engine.openOf(rows, { subjectId }))).toEqual([]);
    expect(
      ((await opened.database.read((rows) => engine.latestOf(rows, 'waiver', subjectId))) as ApprovalRecord).state,
    ).toBe('revoked');
  });

  it('an added signer holds the case up until they have signed', async () => {
    const { id } = await ask();
    await expect(
      engine.addSigner(who('manager'), id, 1, { userId: who('officer2').userId, reason: '法务会签' }),
    ).rejects.toMatchObject({ code: 'approval.signer' });
    await expect(
      engine.addSigner(who('manager'), id, 1, { userId: who('officer').userId, reason: '会签' }),
    ).rejects.toMatchObject({ code: 'approval.own' });
    expect(
      await engine.addSigner(who('manager'), id, 1, { userId: who('director').userId, reason: '请分管领导会签' }),
    ).toMatchObject({ waitingFor: [{ role: 'manager' }, { people: [{ name: who('director').name }] }], version: 2 });
    expect(await engine.approve(who('manager'), id, 2, '')).toMatchObject({
      state: 'pending',
      level: 1,
      waitingFor: [{ people: [{ name: who('director').name }] }],
    });
    await expect(engine.approve(who('admin'), id, 3, '')).rejects.toMatchObject({ code: 'approval.not-yours' });
    expect(await engine.approve(who('director'), id, 3, '')).toMatchObject({ state: 'granted' });
  });

  it('who leaves hands a signature on, but not to whom it would be barred from', async () => {
    const leave = async (name: string, toName: string) =>
      opened.database.transaction(refOf(who('admin')), async (tx) =>
        signatures.handOn?.to(tx, {
          ...{ actor: who('admin'), fromUserId: who(name).userId, toUserId: who(toName).userId },
          ...{ today: '2026-11-20', lastDay: '2026-11-20', reason: '' },
        }),
      );
    const held = (name: string) => opened.database.read((rows) => signatures.count(rows, who(name).userId, ''));
    const { id } = await ask();
    await engine.addSigner(who('manager'), id, 1, { userId: who('director').userId, reason: '会签' });
    await opened.fresh.query(
      `SELECT set_config('app.actor', 'system:spec', false);
       UPDATE approval_step SET user_ids = ARRAY['${who('officer2').userId}'::uuid] WHERE approval_id = '${id}' AND role IS NULL`,
    );
    expect(await held('officer2')).toBe(1);
    await expect(leave('officer2', 'officer')).rejects.toMatchObject({
      code: 'leaving.own-request',
      facts: { count: 1 },
    });
    await leave('officer2', 'director');
    expect([await held('officer2'), await held('director')]).toEqual([0, 1]);
    await engine.revoke(who('officer'), id, 2, null);
    expect(await held('director')).toBe(0);
  });

  it('a case without a contract is seen by who asked, by those who decide and by the auditor alone', async () => {
    const { id } = await ask();
    for (const name of ['officer', 'manager', 'director', 'admin', 'auditor'])
      expect((await inbox.one(who(name), id)).id).toBe(id);
    for (const name of ['officer2', 'secretary'])
      await expect(inbox.one(who(name), id)).rejects.toMatchObject({ code: 'record.absent' });
    await engine.revoke(who('officer'), id, 1, null);
  });

  it('everybody who may sign is told the day it is asked for, and nobody who has', async () => {
    const { id } = await ask({ kind: 'contract-signing', amountWan: '100000' });
    const told = async () => {
      const due = await opened.database.read((rows) =>
        approvalsDueSource.items(
          rows,
          {
            today: '2026-11-20',
            until: '2026-11-20',
            planOf: () => ({ daysBefore: [7], overdueEveryDays: 7 }),
          },
          [id],
        ),
      );
      return due
        .filter(({ subject }) => subject.id === id)
        .map(({ ownerId, link }) => [Object.keys(people).find((name) => who(name).userId === ownerId), link]);
    };
    await opened.fresh.query(
      `SELECT set_config('app.actor', 'system:spec', false); UPDATE approval SET created_at = '2026-11-20T09:00:00+08:00', version = version + 1 WHERE id = '${id}'`,
    );
    expect((await told()).sort()).toEqual([
      ['director', `/approvals?case=${id}`],
      ['manager', `/approvals?case=${id}`],
    ]);
    await engine.approve(who('manager'), id, 2, '');
    expect(await told()).toEqual([['director', `/approvals?case=${id}`]]);
    await engine.approve(who('director'), id, 3, '');
    expect(await told()).toEqual([]);
  });

  it('the policy is changed by a row that ends and one that begins; cases that wait keep their levels', async () => {
    const waiting = await ask({ kind: 'waiver', amountWan: '100' });
    await policies.replace(who('admin'), 1, {
      kind: 'waiver',
      reason: '管委会办公会',
      rows: [
        { fromWan: '0', belowStandardOnly: false, levels: [] },
        { fromWan: '500', belowStandardOnly: false, levels: [{ userIds: [who('director').userId] }] },
      ],
    });
    expect((await ask({ amountWan: '499.999999' })).state).toBe('granted');
    const named = await ask({ amountWan: '500' });
    await expect(engine.approve(who('manager'), named.id, 1, '')).rejects.toMatchObject({ code: 'approval.not-yours' });
    expect(await engine.approve(who('director'), named.id, 1, '')).toMatchObject({ state: 'granted' });
    expect(await engine.approve(who('manager'), waiting.id, 1, '')).toMatchObject({ state: 'granted', levels: 1 });
    expect(
      await opened.fresh.query(
        `SELECT count(*)::int AS n FROM approval_policy WHERE kind = 'waiver' AND known_to IS NOT NULL`,
      ),
    ).toEqual([{ n: 1 }]);
    await expect(
      policies.replace(who('admin'), 2, {
        kind: 'waiver',
        reason: '管委会办公会',
        rows: [
          {
            fromWan: '0',
            belowStandardOnly: false,
            levels: [{ role: 'manager' }, { role: 'manager' }, { role: 'admin' }],
          },
        ],
      }),
    ).rejects.toMatchObject({ code: 'approval.level', facts: { levels: 3, approvers: 2 } });
    await expect(
      policies.replace(who('admin'), 2, {
        kind: 'waiver',
        reason: '管委会办公会',
        rows: [{ fromWan: '0', belowStandardOnly: false, levels: [{}] }],
      }),
    ).rejects.toMatchObject({ code: 'approval.level-of' });
    await expect(
      policies.replace(who('admin'), 2, {
        kind: 'waiver',
        reason: '管委会办公会',
        rows: [{ fromWan: '0', belowStandardOnly: false, levels: [{ userIds: [who('officer').userId] }] }],
      }),
    ).rejects.toMatchObject({ code: 'user.unknown' });
  });

  it('a decision is written once and stands in the audit with who made it', async () => {
    const { id } = await ask({ kind: 'contract-signing', amountWan: '10000' });
    await engine.approve(who('manager'), id, 1, '同意');
    await expect(
      opened.fresh.query(
        `SELECT set_config('app.actor', 'system:spec', false); UPDATE approval_step SET decision = 'returned' WHERE approval_id = '${id}'`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
    const steps = await opened.fresh.query<{ subject: string; action: string; actor: string }>(
      `SELECT subject, action, actor
       FROM audit_entry
       WHERE subject_id = $1
           OR after ->> 'approval_id' = $1
           OR subject_id IN (SELECT s.id::text FROM approval_step s WHERE s.approval_id = $1::uuid)
       ORDER BY seq`,
      [id],
    );
    expect(steps).toEqual([
      { subject: 'approval', action: 'insert', actor: `user:${who('officer').userId}` },
      { subject: 'approval_step', action: 'insert', actor: `user:${who('officer').userId}` },
      { subject: 'approval_step', action: 'update', actor: `user:${who('manager').userId}` },
      { subject: 'approval', action: 'update', actor: `user:${who('manager').userId}` },
    ]);
  });
});
