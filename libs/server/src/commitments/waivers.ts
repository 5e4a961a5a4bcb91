import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import { assessContracts } from '../assessments/index.js';
import { waiverTable } from './commitment.entity.js';

export interface GrantedWaiver {
  readonly contractId: string;
  readonly commitmentId: string;
  readonly year: number;
  readonly reason: string;
  readonly requestedBy: string | null;
  readonly decidedBy: string | null;
}

/** 豁免: the year is no longer enforced, and the contract is assessed again. Refuses `waiver.exists`. */
export async function grantWaiver(tx: Tx, waiver: GrantedWaiver, today: string): Promise<void> {
  const { contractId, ...granted } = waiver;
  const entered = await waiverTable.insert(
    tx,
    { ...granted, id: newId() },
    '(commitment_id, year) WHERE known_to IS NULL DO NOTHING',
  );
  if (!entered) throw Refusal.conflict('waiver.exists', { year: waiver.year });
  await assessContracts(tx, [contractId], today);
}
