import { approvalPolicies, approvals, type Approval } from '@crm/api-contract/approvals';
import { commitments } from '@crm/api-contract/commitments';
import { contracts, type Contract } from '@crm/api-contract/contracts';
import type { Client } from '../servers/client.js';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const BELOW = [{ indicator: 'tax' as const, perMuWan: '29.999999' }];
const AT = [{ indicator: 'tax' as const, perMuWan: '30' }];
const REASON = '强链项目，管委会会议纪要〔2026〕3 号';

describe('approvals', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, version });
  const submit = async (draft: Contract, who = zone.officer, reason: string | null = REASON) => {
    await zone.checked(draft.id);
    return who.call(contracts.submit, reason === null ? {} : { belowStandardReason: reason }, at(draft));
  };
  const caseOf = async (contractId: string): Promise<Approval> =>
    (
      await zone.officer.call(approvals.list, undefined, {
        query: { filter: { contractId, kind: 'contract-signing' } },
      })
    ).data[0] as Approval;
  const now = (id: string): Promise<Contract> => zone.officer.call(contracts.one, undefined, { params: { id } });
  const todo = async (who: Client) =>
    (await who.call(approvals.list, undefined, { query: { filter: { mine: 'todo' } } })).data.map(
      ({ contractId }) => contractId,
    );

  it('below the standard: asks a reason, then an approver, who is named on the contract', async () => {
    const draft = await zone.draft({ commitments: BELOW });
    expect(await zone.officer.refused(contracts.submit, {}, at(draft))).toMatchObject({
      status: 422,
      code: 'commitment.below-standard',
    });
    const locked = await submit(draft);
    expect(locked.status).toBe('in-review');
    expect(await zone.manager.refused(contracts.sign, { signedOn: '2021-06-01' }, at(locked))).toMatchObject({
      status: 409,
      code: 'contract.in-review',
    });
    const waiting = await caseOf(draft.id);
    expect(waiting).toMatchObject({
      state: 'pending',
      belowStandard: true,
      level: 1,
      levels: 1,
      contractNumber: draft.number,
      waitingFor: [{ role: 'manager' }],
      mayRevoke: true,
      mayDecide: false,
    });
    expect(await todo(zone.director)).toContain(draft.id);
    expect(await zone.officer.refused(approvals.approve, {}, at(waiting))).toMatchObject({ status: 403 });
    const granted = await zone.director.call(approvals.approve, { note: '同意' }, at(waiting));
    expect(granted).toMatchObject({
      state: 'granted',
      payload: {
        belowStandardReason: REASON,
        promises: [{ indicator: 'tax', perMuWan: '29.999999', standardPerMuWan: '30', belowStandard: true }],
      },
    });
    const signed = await zone.manager.call(contracts.sign, { signedOn: '2021-06-01' }, at(await now(draft.id)));
    expect(signed).toMatchObject({
      status: 'signed',
      belowStandard: true,
      belowStandardReason: REASON,
      belowStandardApprovedBy: '韩冬',
      signedBy: '周岚',
    });
  });

  it('at the standard and below 1 亿 a draft is signed directly, but not by who drafted it', async () => {
    const draft = await zone.draft({ amount: { value: '9999.99', unit: 'wan' }, commitments: AT });
    await zone.checked(draft.id);
    expect((await zone.manager.call(contracts.sign, { signedOn: '2021-06-01' }, at(draft))).status).toBe('signed');
    const own = await zone.manager.call(contracts.create, {
      kind: 'substantive',
      enterpriseId: await zone.firm(),
      projectName: '自拟项目',
      parkId: zone.parks[0]!.id,
      industryId: zone.industries[0]!.id,
      landFree: true,
    });
    expect(await zone.manager.refused(contracts.sign, { signedOn: '2021-06-01' }, at(own))).toMatchObject({
      status: 403,
      code: 'approval.own',
    });
    expect((await zone.director.call(contracts.sign, { signedOn: '2021-06-01' }, at(own))).status).toBe('signed');
  });

  it('nobody approves what they submitted themselves', async () => {
    const locked = await submit(
      await zone.draft({ amount: { value: '1', unit: 'yi' }, commitments: AT }),
      zone.manager,
      null,
    );
    const waiting = await caseOf(locked.id);
    expect(await zone.manager.refused(approvals.approve, {}, at(waiting))).toMatchObject({
      status: 403,
      code: 'approval.own',
    });
    expect(await todo(zone.manager)).not.toContain(locked.id);
    expect((await zone.director.call(approvals.approve, {}, at(waiting))).state).toBe('granted');
  });

  it('10 亿 pass two levels, of two people', async () => {
    const locked = await submit(
      await zone.draft({ amount: { value: '10', unit: 'yi' }, commitments: AT }),
      zone.officer,
      null,
    );
    const first = await zone.manager.call(approvals.approve, {}, at(await caseOf(locked.id)));
    expect(first).toMatchObject({ state: 'pending', level: 2, levels: 2 });
    expect(await zone.manager.refused(approvals.approve, {}, at(first))).toMatchObject({
      status: 409,
      code: 'approval.twice',
    });
    expect(await zone.director.call(approvals.approve, {}, at(first))).toMatchObject({
      state: 'granted',
      steps: [{ decidedBy: { name: '周岚' } }, { decidedBy: { name: '韩冬' } }],
    });
  });

  it('two approve at once: one wins, the other is told; two sign at once: one signature', async () => {
    const locked = await submit(await zone.draft({ commitments: BELOW }));
    const waiting = await caseOf(locked.id);
    const answers = await Promise.all(
      [zone.manager, zone.director].map((who) => who.raw(approvals.approve, {}, at(waiting))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const granted = await now(locked.id);
    const signatures = await Promise.all(
      [zone.manager, zone.director].map((who) => who.raw(contracts.sign, { signedOn: '2021-06-01' }, at(granted))),
    );
    expect(signatures.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([409, 412]).toContain(signatures.find(({ status }) => status !== 200)?.status);
  });

  it('in review nothing of the draft changes; returned with a reason it is the drafter’s again', async () => {
    const draft = await zone.draft({ commitments: BELOW });
    const locked = await submit(draft);
    expect(await zone.officer.refused(contracts.update, { note: '改' }, at(locked))).toMatchObject({
      status: 409,
      code: 'contract.in-review',
    });
    expect(
      await zone.officer.refused(commitments.create, { contractId: draft.id, indicator: 'output', perMuWan: '500' }),
    ).toMatchObject({ status: 409, code: 'contract.in-review' });
    expect(await zone.officer.refused(contracts.submit, { belowStandardReason: REASON }, at(locked))).toMatchObject({
      status: 409,
      code: 'contract.in-review',
    });
    const waiting = await caseOf(draft.id);
    expect(await zone.manager.refused(approvals.return, {}, at(waiting))).toMatchObject({ status: 422 });
    expect(
      await zone.manager.call(approvals.return, { reason: '税收承诺偏低，请与企业再谈' }, at(waiting)),
    ).toMatchObject({ state: 'returned', reason: '税收承诺偏低，请与企业再谈' });
    const back = await now(draft.id);
    expect(back.status).toBe('draft');
    await zone.officer.call(contracts.update, { note: '已再谈' }, at(back));
  });

  it('what is granted and then taken back has to be granted anew', async () => {
    const locked = await submit(await zone.draft({ commitments: BELOW }));
    await zone.manager.call(approvals.approve, {}, at(await caseOf(locked.id)));
    const draft = await zone.officer.call(contracts.withdraw, undefined, at(await now(locked.id)));
    expect([draft.status, (await caseOf(locked.id)).state]).toEqual(['draft', 'revoked']);
    expect(
      await zone.manager.refused(contracts.sign, { signedOn: '2021-06-01', belowStandardReason: REASON }, at(draft)),
    ).toMatchObject({ status: 409, code: 'contract.approval-needed' });
    const again = await submit(draft);
    const waiting = await caseOf(again.id);
    await zone.officer.call(approvals.revoke, {}, at(waiting));
    expect((await now(again.id)).status).toBe('draft');
  });

  it('an added signer has to sign too', async () => {
    const locked = await submit(await zone.draft({ commitments: BELOW }));
    const { data } = await zone.manager.call(approvals.signers);
    const director = data.find(({ name }) => name === '韩冬')!;
    expect(data.every(({ role }) => ['manager', 'admin'].includes(role))).toBe(true);
    const added = await zone.manager.call(
      approvals.addSigner,
      { userId: director.id, reason: '请分管领导会签' },
      at(await caseOf(locked.id)),
    );
    const one = await zone.manager.call(approvals.approve, {}, at(added));
    expect(one).toMatchObject({ state: 'pending', waitingFor: [{ people: [{ name: '韩冬' }] }] });
    expect((await zone.director.call(approvals.approve, {}, at(one))).state).toBe('granted');
  });

  it('after the signature: performed, completed, terminated with a reason; before it: made void', async () => {
    const signed = await zone.signed({ commitments: AT });
    expect(await zone.manager.refused(contracts.complete, { endedOn: '2026-01-01' }, at(signed))).toMatchObject({
      status: 409,
      code: 'transition.forbidden',
    });
    const performing = await zone.manager.call(contracts.perform, undefined, at(signed));
    expect(
      await zone.manager.refused(contracts.terminate, { endedOn: '2020-01-01', reason: '企业退出' }, at(performing)),
    ).toMatchObject({ status: 422, code: 'contract.ends-before-signing' });
    expect(await zone.manager.refused(contracts.terminate, { endedOn: '2026-01-01' }, at(performing))).toMatchObject({
      status: 422,
    });
    expect(
      await zone.officer.refused(contracts.terminate, { endedOn: '2026-01-01', reason: '企业退出' }, at(performing)),
    ).toMatchObject({ status: 403 });
    expect(
      await zone.manager.call(contracts.terminate, { endedOn: '2025-06-01', reason: '企业退出' }, at(performing)),
    ).toMatchObject({ status: 'terminated', endedOn: '2025-06-01', endReason: '企业退出' });
    expect(await zone.manager.refused(contracts.void, { reason: '重复' }, at(performing))).toMatchObject({
      status: 409,
      code: 'transition.forbidden',
    });

    const locked = await submit(await zone.draft({ commitments: BELOW }));
    expect(await zone.officer.call(contracts.void, { reason: '企业不再投资' }, at(locked))).toMatchObject({
      status: 'void',
      endReason: '企业不再投资',
    });
    expect((await caseOf(locked.id)).state).toBe('revoked');
    expect(
      await zone.officer.refused(contracts.submit, {}, { params: { id: locked.id }, version: locked.version + 1 }),
    ).toMatchObject({ status: 409, code: 'contract.void' });
  });

  it('the policy is an administrator’s; a case that waits keeps its levels', async () => {
    const large = {
      commitments: [{ indicator: 'tax' as const, perMuWan: '30' }],
      amount: { value: '2', unit: 'yi' as const },
    };
    const locked = await submit(await zone.draft(large));
    const at1 = { version: (await zone.admin.call(approvalPolicies.list)).versions['contract-signing'] };
    expect(
      await zone.manager.refused(
        approvalPolicies.replace,
        { kind: 'contract-signing', reason: '管委会办公会', rows: [] },
        at1,
      ),
    ).toMatchObject({ status: 403 });
    const { data, versions, history } = await zone.admin.call(
      approvalPolicies.replace,
      {
        kind: 'contract-signing',
        reason: '管委会办公会',
        rows: [
          { fromWan: '0', belowStandardOnly: true, levels: [{ role: 'manager' }] },
          { fromWan: '50000', belowStandardOnly: false, levels: [{ role: 'manager' }] },
        ],
      },
      at1,
    );
    expect(data.filter(({ kind }) => kind === 'contract-signing')).toMatchObject([
      { fromWan: '0', changedBy: '系统管理员' },
      { fromWan: '50000', changedBy: '系统管理员' },
    ]);
    expect(history.filter(({ kind }) => kind === 'contract-signing')).toMatchObject([
      { fromWan: '0' },
      { fromWan: '10000' },
      { fromWan: '100000', endedBy: '系统管理员', reason: '管委会办公会' },
    ]);
    expect((await zone.manager.call(approvals.approve, {}, at(await caseOf(locked.id)))).state).toBe('granted');
    const free = await submit(await zone.draft(large));
    expect(await caseOf(free.id)).toMatchObject({ state: 'granted', levels: 0 });
    expect(
      await zone.admin.refused(
        approvalPolicies.replace,
        {
          kind: 'contract-signing',
          reason: '管委会办公会',
          rows: [
            { fromWan: '1', belowStandardOnly: false, levels: [{ role: 'manager' }] },
            { fromWan: '1.00', belowStandardOnly: false, levels: [] },
          ],
        },
        { version: versions['contract-signing'] },
      ),
    ).toMatchObject({ status: 409, code: 'approval.policy-twice' });
    expect(
      await zone.admin.refused(
        approvalPolicies.replace,
        {
          kind: 'supplement',
          reason: '少批',
          rows: [{ fromWan: '500', belowStandardOnly: false, levels: [{ role: 'manager' }] }],
        },
        { version: versions.supplement },
      ),
    ).toMatchObject({ status: 422, code: 'approval.policy-gap' });
    expect(
      await zone.admin.refused(
        approvalPolicies.replace,
        { kind: 'supplement', rows: [{ fromWan: '0', belowStandardOnly: false, levels: [] }] },
        { version: versions.supplement },
      ),
    ).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
  });

  it('of two who replace it at once one wins, the other is told what holds now; other kinds are none of theirs', async () => {
    const { versions } = await zone.admin.call(approvalPolicies.list);
    const row = (fromWan: string) => ({
      kind: 'waiver' as const,
      reason: '同时',
      rows: [
        { fromWan: '0', belowStandardOnly: false, levels: [{ role: 'manager' as const }] },
        { fromWan, belowStandardOnly: false, levels: [{ role: 'manager' as const }, { role: 'admin' as const }] },
      ],
    });
    const answers = await Promise.all(
      ['1000', '2000'].map((fromWan) =>
        zone.admin.raw(approvalPolicies.replace, row(fromWan), { version: versions.waiver }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const won = (await zone.admin.call(approvalPolicies.list)).data.filter(({ kind }) => kind === 'waiver');
    const lost = (await answers.find(({ status }) => status === 412)!.json()) as {
      code: string;
      fields: string[];
      current: { version: number; rows: { fromWan: string }[] };
    };
    expect(lost).toMatchObject({
      code: 'version.stale',
      fields: ['rows'],
      current: {
        kind: 'waiver',
        version: versions.waiver + 1,
        rows: won.map(({ fromWan, changedBy }) => ({ fromWan, changedBy })),
      },
    });
    expect(
      (await zone.admin.call(approvalPolicies.replace, row('3000'), { version: lost.current.version })).versions,
    ).toEqual({ ...versions, waiver: versions.waiver + 2 });
    expect(await zone.admin.refused(approvalPolicies.replace, row('4000'))).toMatchObject({
      status: 428,
      code: 'version.missing',
    });
  });
});
