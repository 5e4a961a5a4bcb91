import type { secretaries } from '@crm/api-contract/secretaries';
import type { InputOf } from '@crm/api-contract/wire';
import { addDays } from '@crm/domain/days';
import { Refusal } from '@crm/domain/refusal';
import { handOver } from '@crm/domain/secretaries';
import { newId, type Tx } from '@crm/platform/db';
import { grouped, type Actor } from '../data-access/index.js';
import * as store from './assignments.store.js';
import { secretaryAssignmentTable } from './secretary.entity.js';

export type HandOverInput = InputOf<typeof secretaries.handOver>['body'];

/**
 * Gives the running assignments of a leaver to another person, as part of a use case. `history`: those of the
 * enterprises, locked. Returns how many ended, and the ids of the new ones.
 */
export async function handOverIn(
  tx: Tx,
  actor: Actor,
  leaver: string,
  input: HandOverInput,
  history: readonly store.AssignmentRow[],
  within: (row: store.AssignmentRow) => boolean = () => true,
): Promise<{ closed: number; opened: string[] }> {
  await mustBeKnown(tx, input.toUserId);
  const rows = history.filter(within);
  const { closed, dropped, opened } = handOver(
    rows.map(store.asAssigned),
    leaver,
    input.toUserId,
    addDays(input.fromDay, -1),
  );
  // A secretary has some hundred enterprises: one statement for each kind of change.
  for (const [toDay, ended] of grouped(closed, ({ to }) => to as string))
    await store.closeAssignments(
      tx,
      ended.map(({ id }) => id),
      toDay,
    );
  await store.dropAssignments(tx, dropped);
  const changed = new Set([...closed.map(({ id }) => id), ...dropped]);
  const running = rows.filter(({ id }) => changed.has(id));
  const entered = opened.map((next, index) => ({
    id: newId(),
    enterpriseId: next.subject.id,
    userId: next.secretaryId,
    role: next.role,
    kind: running[index]?.kind ?? ('general' as const),
    fromDay: next.from,
    toDay: next.to,
    reason: input.reason ?? '',
    assignedBy: actor.userId,
  }));
  await secretaryAssignmentTable.insertMany(tx, entered);
  return { closed: closed.length + dropped.length, opened: entered.map(({ id }) => id) };
}

/** Refuses `user.unknown`: nobody, disabled, or an auditor. */
export async function mustBeKnown(tx: Tx, userId: string): Promise<void> {
  if (
    !(await tx.one(`SELECT 1 AS there FROM app_user WHERE id = $1 AND disabled_at IS NULL AND role <> 'auditor'`, [
      userId,
    ]))
  )
    throw Refusal.fields([{ pointer: '/userId', code: 'user.unknown' }]);
}
