import { computed, type ChangesOf, type Tx } from '@crm/platform/db';
import { publish } from '@crm/platform/live';
import { writeRecord, type Actor } from '../data-access/index.js';
import type { ApprovalRecord, ApprovalRow } from './approval.js';
import { approvalStepTable, approvalTable } from './approval.entity.js';

export const decideStep = (tx: Tx, actor: Actor, id: string, decision: 'approved' | 'returned', note: string) =>
  approvalStepTable.update(tx, { id }, { decidedBy: actor.userId, decision, note, at: computed('now()') });

/** Guarded by the version that the person saw: if two sign at once, one wins, and the other sees the current case. */
export const changed = (
  tx: Tx,
  id: string,
  version: number,
  changes: ChangesOf<typeof approvalTable>,
): Promise<ApprovalRow> =>
  writeRecord(tx, approvalTable, id, version, changes, (row) => ({
    id,
    version: row.version,
    state: row.state,
    level: row.level,
  }));

export const close = async (
  tx: Tx,
  actor: Actor,
  at: Date,
  row: ApprovalRecord,
  version: number,
  state: ApprovalRow['state'],
  reason: string | null,
): Promise<ApprovalRecord> => {
  const changes = { state, level: null, closedBy: actor.userId, closedAt: at.toISOString(), reason };
  return { ...row, ...(await changed(tx, row.id, version, changes)) };
};

/** The counts on the screens and the reminders follow. */
export async function heard(tx: Tx, id: string): Promise<void> {
  await publish(tx, { topic: 'approvals', id });
}
