import type { NewRowOf, Rows } from '@crm/platform/db';
import { contractTable } from '../contracts/index.js';
import { known } from '../data-access/index.js';

type Paper = NewRowOf<typeof contractTable>;

/** Columns that are empty in a supplement, because it changes the values of its contract. */
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

/** Columns that a supplement copies from its contract. */
export async function inheritedFrom(rows: Rows, contractId: string) {
  const { enterpriseId, projectId, parkId, industryId, handlerName, officerId } = known(
    await contractTable.one(rows, { id: contractId }),
  );
  return { parentId: contractId, enterpriseId, projectId, parkId, industryId, handlerName, officerId };
}
