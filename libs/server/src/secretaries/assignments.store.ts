import type { SecretaryAssignment as Assigned } from '@crm/domain/secretaries';
import type { Rows, ShownOf, Tx } from '@crm/platform/db';
import { secretaryAssignmentTable } from './secretary.entity.js';

export interface AssignmentRow extends ShownOf<typeof secretaryAssignmentTable> {
  readonly enterpriseName: string;
  readonly userName: string;
}

export const ASSIGNMENT_COLUMNS = `
  ${secretaryAssignmentTable.columns('t')}, e.name AS "enterpriseName", u.name AS "userName"
`;
export const ASSIGNMENT_FROM = `
  secretary_assignment t
  JOIN enterprise e ON e.id = t.enterprise_id
  JOIN app_user u ON u.id = t.user_id
`;

export const assignmentById = (rows: Rows, id: string) =>
  rows.one<AssignmentRow>(`SELECT ${ASSIGNMENT_COLUMNS} FROM ${ASSIGNMENT_FROM} WHERE t.id = $1`, [id]);
export const assignmentsByIds = (rows: Rows, ids: readonly string[]) =>
  rows.rows<AssignmentRow>(
    `SELECT ${ASSIGNMENT_COLUMNS} FROM ${ASSIGNMENT_FROM} WHERE t.id = ANY($1) ORDER BY e.name, t.id`,
    [ids],
  );

/**
 * All assignments of these enterprises. The enterprises are locked, so that two people who assign at once see each
 * other's changes.
 */
export async function lockedHistory(tx: Tx, enterpriseIds: readonly string[]): Promise<AssignmentRow[]> {
  await tx.rows('SELECT id FROM enterprise WHERE id = ANY($1) ORDER BY id FOR UPDATE', [enterpriseIds]);
  return tx.rows<AssignmentRow>(
    `SELECT ${ASSIGNMENT_COLUMNS}
     FROM ${ASSIGNMENT_FROM}
     WHERE t.enterprise_id = ANY($1)
     ORDER BY t.from_day, t.id`,
    [enterpriseIds],
  );
}

export const enterprisesOf = async (rows: Rows, userId: string): Promise<string[]> =>
  (
    await rows.rows<{ enterprise_id: string }>(
      'SELECT DISTINCT enterprise_id FROM secretary_assignment WHERE user_id = $1',
      [userId],
    )
  ).map((row) => row.enterprise_id);

export const closeAssignments = (tx: Tx, ids: readonly string[], toDay: string) =>
  secretaryAssignmentTable.update(tx, { id: ids }, { toDay });
export const dropAssignments = (tx: Tx, ids: readonly string[]) =>
  tx.run('DELETE FROM secretary_assignment WHERE id = ANY($1)', [ids]);

/** In the shape of the domain's rules. */
export const asAssigned = (row: AssignmentRow): Assigned => ({
  id: row.id,
  secretaryId: row.userId,
  subject: { type: 'enterprise', id: row.enterpriseId },
  role: row.role,
  from: row.fromDay,
  to: row.toDay,
});
