import { enterprises } from '@crm/api-contract/enterprises';
import { contracts, type Contract } from '@crm/api-contract/contracts';
import { industries, parks } from '@crm/api-contract/parks';
import type { BodyOf } from '@crm/api-contract/wire';
import { Client } from '../servers/client.js';
import type { Product } from '../servers/product.js';

type Draft = BodyOf<typeof contracts.create>;

/** People at the API, and the shortest way to a firm, a draft and a signed contract: for journeys that begin after them. */
export async function zoneOf(product: Product) {
  const people = { admin: await Client.signedIn(product, 'admin'), manager: await Client.signedIn(product, 'manager'), director: await Client.signedIn(product, 'director'), officer: await Client.signedIn(product, 'officer'), secretary: await Client.signedIn(product, 'secretary') };
  const { officer, manager } = people;
  const places = (await officer.call(parks.list, undefined, { query: { sort: 'position' } })).data;
  const trades = (await officer.call(industries.list, undefined, { query: { sort: 'position' } })).data;
  let n = 0;

  const firm = async (name = `海南示例${'甲乙丙丁戊己庚辛壬癸'[n % 10]}${++n}有限公司`) => (await officer.call(enterprises.create, { name })).id;
  /** A performance contract on 50 亩 of the first park, full production 2024, unless told otherwise. */
  const draft = async (more: Partial<Draft> = {}): Promise<Contract> =>
    officer.call(contracts.create, {
      kind: 'performance', enterpriseId: more.enterpriseId ?? (await firm()), ...(more.projectId ? {} : { projectName: `示例项目${++n}` }), parkId: places[0]!.id, industryId: trades[0]!.id, parcels: more.landFree ? [] : [{ area: { value: '50', unit: 'mu' } }], fullProductionYear: 2024, ...more,
    });
  const signed = async (more: Partial<Draft> = {}, signedOn = '2021-06-01', belowStandardReason?: string): Promise<Contract> => {
    const { id, version } = await draft(more);
    return manager.call(contracts.sign, { signedOn, ...(belowStandardReason ? { belowStandardReason } : {}) }, { params: { id }, version });
  };
  return { ...people, parks: places, industries: trades, firm, draft, signed };
}

export type Zone = Awaited<ReturnType<typeof zoneOf>>;
