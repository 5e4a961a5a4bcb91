import type { NewRowOf, Rows } from '@crm/platform/db';
import { contractTable } from '../contracts/index.js';
import { known } from '../data-access/index.js';

type Paper = NewRowOf<typeof contractTable>;

/** What a supplement has no value of: it moves the values of its contract. */
export const NOTHING_OF_ITS_OWN = {
  kind: 'supplement',
  areaMu: null,
  channel: null,
  firstContactOn: null,
  fullProductionYear: null,
  fullProductionOn: null,
  energyTce: null,
  rdPercent: null,
  termFrom: null,
  termTo: null,
} as const satisfies Partial<Paper>;

/** What the paper of a supplement has from its contract. */
export async function inheritedFrom(rows: Rows, contractId: string) {
  const { enterpriseId, projectId, parkId, industryId, handlerName, officerId } = known(
    await contractTable.one(rows, { id: contractId }),
  );
  return { parentId: contractId, enterpriseId, projectId, parkId, industryId, handlerName, officerId };
}
