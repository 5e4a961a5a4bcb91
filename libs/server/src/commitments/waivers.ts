import { Refusal } from '@crm/domain/refusal';
import { newId, type Tx } from '@crm/platform/db';
import { dueHasChanged } from '../due/index.js';
import { assessContracts } from '../assessments/index.js';

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
  const entered = await tx.run(
    `INSERT INTO waiver (id, commitment_id, year, reason, requested_by, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (commitment_id, year)
     WHERE known_to IS NULL DO NOTHING`,
    [newId(), waiver.commitmentId, waiver.year, waiver.reason, waiver.requestedBy, waiver.decidedBy],
  );
  if (entered === 0) throw Refusal.conflict('waiver.exists', { year: waiver.year });
  await assessContracts(tx, [waiver.contractId], today);
  await dueHasChanged(tx);
}
