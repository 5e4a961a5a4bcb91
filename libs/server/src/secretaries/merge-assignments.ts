import { joinedAssignments } from '@crm/domain/secretaries';
import { newId } from '@crm/platform/db';
import type { Follower } from '../enterprises/index.js';
import { asAssigned, lockedHistory } from './assignments.store.js';
import { secretaryAssignmentTable } from './secretary.entity.js';

/** On days with two primaries the one of the winner stays, and the other is a deputy (`joinedAssignments`). */
export const assignmentFollower: Follower = {
  what: 'assignments',
  table: secretaryAssignmentTable,
  field: 'enterpriseId',
  async settle(tx, { winner, loser }, notes) {
    const history = await lockedHistory(tx, [winner.id, loser.id]);
    const [staying, going] = [winner, loser].map(({ id }) => history.filter((row) => row.enterpriseId === id));
    const asOne = (rows: typeof history | undefined) =>
      (rows ?? []).map((row) => ({ ...asAssigned(row), subject: { type: 'enterprise' as const, id: winner.id } }));
    for (const { id, pieces } of joinedAssignments(asOne(staying), asOne(going))) {
      const own = going?.find((row) => row.id === id);
      if (!own) continue;
      const [first, ...further] = pieces;
      if (!first) {
        await notes.remove(secretaryAssignmentTable, id);
        notes.tell('assignment-covered', { name: own.userName, from: own.fromDay, to: own.toDay });
        continue;
      }
      if (further.length === 0 && first.role === own.role && first.from === own.fromDay && first.to === own.toDay)
        continue;
      await notes.change(secretaryAssignmentTable, id, { role: first.role, fromDay: first.from, toDay: first.to });
      const { userId, kind, reason } = own;
      for (const { role, from, to } of further)
        await notes.add(secretaryAssignmentTable, {
          id: newId(),
          ...{ userId, kind, reason, role },
          enterpriseId: loser.id,
          fromDay: from,
          toDay: to,
          assignedBy: null,
        });
      for (const { role, from, to } of pieces)
        if (role !== own.role) notes.tell('primary-yields', { name: own.userName, from, to });
    }
  },
};
