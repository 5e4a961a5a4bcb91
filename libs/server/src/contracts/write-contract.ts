import type { ChangesOf, Tx } from '@crm/platform/db';
import { writeRecord } from '../data-access/index.js';
import { contractTable } from './contract.entity.js';

/** Changes one contract at the version the person saw. If that is outdated, the refusal has the current contract. */
export const writeContract = async (
  tx: Tx,
  id: string,
  version: number,
  changes: ChangesOf<typeof contractTable>,
): Promise<void> => {
  await writeRecord(tx, contractTable, id, version, changes, ({ number, status, signedOn, version: now }) => ({
    id,
    version: now,
    status,
    number,
    signedOn,
  }));
};
