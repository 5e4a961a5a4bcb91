import { auditEntries } from '@crm/api-contract/audit';
import { checklistItems, contractChecklists, contracts, type ContractChecklist } from '@crm/api-contract/contracts';
import { startProduct, type Product } from '../servers/product.js';
import { zoneOf, type Zone } from './zone.js';

const AT = [{ indicator: 'tax' as const, perMuWan: '30' }];
const SIGN = { signedOn: '2021-06-01' };

describe('the checklist of clauses', () => {
  let product: Product;
  let zone: Zone;
  beforeAll(async () => {
    product = await startProduct({ demo: 'accounts', worker: false });
    zone = await zoneOf(product);
  });
  afterAll(() => product?.stop());

  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, version });
  const listOf = (id: string): Promise<ContractChecklist> =>
    zone.officer.call(contractChecklists.one, undefined, { params: { id } });
  const of = async (id: string, key: string) => (await listOf(id)).data.find((item) => item.key === key)!;
  const on = async (id: string, key: string) => ({ params: { id, itemId: (await of(id, key)).itemId } });

  it('comes with eight clauses, all but confidentiality required', async () => {
    const draft = await zone.draft({ commitments: AT });
    const list = await listOf(draft.id);
    expect(list).toMatchObject({ needed: true, missing: 7 });
    expect(list.data.map(({ key }) => key)).toEqual([
      'parties',
      'land',
      'promises',
      'consequences',
      'term',
      'fair-competition',
      'legality',
      'confidentiality',
    ]);
    expect(list.data.filter(({ required }) => !required).map(({ name }) => name)).toEqual(['保密']);
  });

  it('a contract with commitments is neither submitted nor signed before every required clause is checked', async () => {
    const draft = await zone.draft({ commitments: AT });
    expect(await zone.manager.refused(contracts.sign, SIGN, at(draft))).toMatchObject({
      status: 422,
      code: 'checklist.fair-competition',
      facts: { count: 7 },
    });
    await zone.officer.call(
      contractChecklists.check,
      { note: '审查意见〔2026〕12 号' },
      await on(draft.id, 'fair-competition'),
    );
    expect(await of(draft.id, 'fair-competition')).toMatchObject({
      checked: true,
      checkedBy: '符晓',
      note: '审查意见〔2026〕12 号',
    });
    expect(await zone.officer.refused(contracts.submit, {}, at(draft))).toMatchObject({
      status: 422,
      code: 'checklist.incomplete',
      facts: { count: 6 },
    });
    await zone.checked(draft.id);
    expect((await listOf(draft.id)).missing).toBe(0);
    expect((await zone.manager.call(contracts.sign, SIGN, at(draft))).status).toBe('signed');
  });

  it('a check is taken back on a draft; in review and signed the list stands', async () => {
    const draft = await zone.draft({ commitments: AT });
    await zone.checked(draft.id);
    const land = await on(draft.id, 'land');
    await zone.manager.call(contractChecklists.uncheck, undefined, land);
    expect(await zone.manager.refused(contracts.sign, SIGN, at(draft))).toMatchObject({
      code: 'checklist.incomplete',
      facts: { missing: [{ key: 'land' }] },
    });
    await zone.manager.call(contractChecklists.check, {}, land);
    const locked = await zone.officer.call(contracts.submit, {}, at(draft));
    expect(await zone.officer.refused(contractChecklists.uncheck, undefined, land)).toMatchObject({
      status: 409,
      code: 'contract.in-review',
    });
    await zone.manager.call(contracts.sign, SIGN, at(locked));
    expect(await zone.officer.refused(contractChecklists.uncheck, undefined, land)).toMatchObject({
      status: 409,
      code: 'contract.signed',
    });
    expect(await zone.officer.refused(contractChecklists.check, {}, land)).toMatchObject({
      status: 409,
      code: 'contract.signed',
    });
    const { data } = await zone.admin.call(auditEntries.list, undefined, {
      query: { filter: { subject: 'contract_check' } },
    });
    expect(data.length).toBeGreaterThan(0);
  });

  it('a kind without commitments needs no list', async () => {
    const draft = await zone.draft({ kind: 'framework' });
    expect(await listOf(draft.id)).toMatchObject({ needed: false, missing: 0 });
    expect((await zone.manager.call(contracts.sign, SIGN, at(draft))).status).toBe('signed');
  });

  it('a secretary knows of the lists of the firms assigned alone, and checks nothing', async () => {
    const draft = await zone.draft({ commitments: AT });
    expect(await zone.secretary.refused(contractChecklists.one, undefined, { params: { id: draft.id } })).toMatchObject(
      { status: 404 },
    );
    expect(await zone.secretary.refused(contractChecklists.check, {}, await on(draft.id, 'land'))).toMatchObject({
      status: 403,
    });
    expect(
      await zone.officer.refused(contractChecklists.check, {}, { params: { id: draft.id, itemId: draft.id } }),
    ).toMatchObject({ status: 404 });
  });

  it('the list is an administrator’s, and holds for every draft from then on', async () => {
    const draft = await zone.draft({ commitments: AT });
    await zone.checked(draft.id);
    const item = (await zone.admin.call(checklistItems.list)).data.find(({ key }) => key === 'confidentiality')!;
    expect(await zone.manager.refused(checklistItems.update, { required: true }, at(item))).toMatchObject({
      status: 403,
    });
    const strict = await zone.admin.call(checklistItems.update, { required: true, name: '保密与数据' }, at(item));
    expect(strict).toMatchObject({ required: true, name: '保密与数据', version: 2 });
    expect(await zone.admin.refused(checklistItems.update, { required: false }, at(item))).toMatchObject({
      status: 412,
      code: 'version.stale',
    });
    expect(await zone.manager.refused(contracts.sign, SIGN, at(draft))).toMatchObject({
      code: 'checklist.incomplete',
      facts: { missing: [{ key: 'confidentiality', name: '保密与数据' }] },
    });
    await zone.admin.call(checklistItems.update, { active: false }, at(strict));
    expect((await listOf(draft.id)).data.map(({ key }) => key)).not.toContain('confidentiality');
    expect((await zone.manager.call(contracts.sign, SIGN, at(draft))).status).toBe('signed');
  });

  it('a clause is added, put in its place and retired; the fair-competition review stays required', async () => {
    const added = await zone.admin.call(checklistItems.create, {
      name: '环境影响评价',
      nameEn: 'Environmental impact',
      required: true,
    });
    expect(added).toMatchObject({ required: true, active: true, position: 90 });
    expect(
      await zone.manager.refused(checklistItems.create, { name: '越权', nameEn: 'x', required: false }),
    ).toMatchObject({ status: 403 });
    const draft = await zone.draft({ commitments: AT });
    expect((await listOf(draft.id)).data.at(-1)).toMatchObject({
      name: '环境影响评价',
      required: true,
      checked: false,
    });
    const ids = (await zone.admin.call(checklistItems.list)).data.map(({ id }) => id);
    const moved = await zone.admin.call(checklistItems.order, {
      ids: [added.id, ...ids.filter((id) => id !== added.id)],
    });
    expect(moved.data[0]).toMatchObject({ id: added.id, position: 10, version: 2 });
    for (const wrong of [ids.slice(1), [...ids.slice(1), ids[1]!]])
      expect(await zone.admin.refused(checklistItems.order, { ids: wrong })).toMatchObject({
        status: 422,
        code: 'checklist.order',
      });
    await zone.admin.call(checklistItems.update, { active: false }, at(moved.data[0]!));
    expect((await listOf(draft.id)).data.map(({ name }) => name)).not.toContain('环境影响评价');

    const review = moved.data.find(({ key }) => key === 'fair-competition')!;
    for (const change of [{ required: false }, { active: false }, { name: '随便', required: false }])
      expect(await zone.admin.refused(checklistItems.update, change, at(review))).toMatchObject({
        status: 409,
        code: 'checklist.fair-competition-stays',
      });
    expect(
      await zone.admin.call(checklistItems.update, { name: '公平竞争审查', required: true }, at(review)),
    ).toMatchObject({ required: true, active: true });
  });
});
