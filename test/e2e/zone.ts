import { approvals } from '@crm/api-contract/approvals';
import { enterprises } from '@crm/api-contract/enterprises';
import { contractChecklists, contracts, type Contract } from '@crm/api-contract/contracts';
import { consequenceClauses } from '@crm/api-contract/decisions';
import { industries, parks } from '@crm/api-contract/parks';
import { supplements, type Supplement } from '@crm/api-contract/supplements';
import type { BodyOf } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import type { Product } from '../servers/product.js';

/** A draft as its route takes it, and its consequence clauses. */
type Draft = BodyOf<typeof contracts.create> & {
  clauses?: Omit<BodyOf<typeof consequenceClauses.create>, 'contractId'>[];
};

/**
 * Signed-in people, and short cuts to an enterprise, a draft and a signed contract, for journeys that begin after them.
 */
export async function zoneOf(product: Product) {
  const people = {
    admin: await Client.signedIn(product, 'admin'),
    manager: await Client.signedIn(product, 'manager'),
    director: await Client.signedIn(product, 'director'),
    officer: await Client.signedIn(product, 'officer'),
    secretary: await Client.signedIn(product, 'secretary'),
  };
  const { officer, manager } = people;
  const places = (await officer.call(parks.list, undefined, { query: { sort: 'position' } })).data;
  const trades = (await officer.call(industries.list, undefined, { query: { sort: 'position' } })).data;
  let n = 0;

  const firm = async (name = `海南示例${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${++n}有限公司`) =>
    (await officer.call(enterprises.create, { name })).id;
  /** By default a performance contract on 50 亩 of the first park, with full production in 2024. */
  const draft = async ({ clauses = [], ...more }: Partial<Draft> = {}): Promise<Contract> => {
    const made = await officer.call(contracts.create, {
      kind: 'performance',
      enterpriseId: more.enterpriseId ?? (await firm()),
      ...(more.projectId ? {} : { projectName: `示例项目${++n}` }),
      parkId: places[0]!.id,
      industryId: trades[0]!.id,
      parcels: more.landFree ? [] : [{ area: { value: '50', unit: 'mu' } }],
      fullProductionYear: 2024,
      ...more,
    });
    for (const clause of clauses) await officer.call(consequenceClauses.create, { contractId: made.id, ...clause });
    return made;
  };
  /** The officer checks every required clause, as is needed before each signature. */
  const checked = async (id: string): Promise<void> => {
    const { needed, data } = await officer.call(contractChecklists.one, undefined, { params: { id } });
    for (const { itemId } of data.filter((item) => needed && item.required && !item.checked))
      await officer.call(contractChecklists.check, {}, { params: { id, itemId } });
  };
  /** Checked and submitted by the drafter, approved in all its levels, and signed by the manager. */
  const approved = async (
    id: string,
    version: number,
    signedOn: string,
    belowStandardReason?: string,
  ): Promise<Contract> => {
    const asked = { params: { id } };
    await checked(id);
    const { version: locked } = await officer.call(
      contracts.submit,
      belowStandardReason ? { belowStandardReason } : {},
      { ...asked, version },
    );
    for (const who of [people.manager, people.director]) {
      const [open] = (
        await who.call(approvals.list, undefined, { query: { filter: { contractId: id, state: 'pending' } } })
      ).data;
      if (open) await who.call(approvals.approve, {}, { params: { id: open.id }, version: open.version });
    }
    return manager.call(contracts.sign, { signedOn }, { ...asked, version: locked });
  };
  const signed = async (
    more: Partial<Draft> = {},
    signedOn = '2021-06-01',
    belowStandardReason?: string,
  ): Promise<Contract> => {
    const { id, version } = await draft(more);
    await checked(id);
    const direct = await manager.raw(
      contracts.sign,
      { signedOn, ...(belowStandardReason ? { belowStandardReason } : {}) },
      { params: { id }, version },
    );
    const answer = (await direct.json()) as Contract & { code?: string };
    if (answer.code !== 'contract.approval-needed')
      return direct.ok ? answer : Promise.reject(new Error(JSON.stringify(answer)));
    return approved(id, version, signedOn, belowStandardReason);
  };
  /** A supplement requested by the officer and granted by the manager: the only way to change a signed contract. */
  const amended = async (
    contractId: string,
    changes: Partial<BodyOf<typeof supplements.create>>,
  ): Promise<Supplement> => {
    const { version } = await officer.call(contracts.one, undefined, { params: { id: contractId } });
    const { id } = await officer.call(
      supplements.create,
      { signedOn: '2026-01-15', reason: '补充协议', ...changes },
      { params: { id: contractId }, version },
    );
    const [open] = (
      await manager.call(approvals.list, undefined, { query: { filter: { kind: 'supplement', subjectId: id } } })
    ).data;
    await manager.call(approvals.approve, { note: '同意' }, { params: { id: open!.id }, version: open!.version });
    return (await officer.call(supplements.list, undefined, { params: { id: contractId } })).data[0]!;
  };
  return { ...people, parks: places, industries: trades, firm, draft, checked, signed, approved, amended };
}

export type Zone = Awaited<ReturnType<typeof zoneOf>>;
