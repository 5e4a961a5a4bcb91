import type { SecretaryAssignment as Assigned, AssignmentRole, SecretaryKind } from '@crm/domain/secretaries';
import { newId, type Rows, type Tx } from '@crm/platform/db';

export interface AssignmentRow {
  id: string;
  enterprise_id: string;
  enterprise_name: string;
  user_id: string;
  user_name: string;
  role: AssignmentRole;
  kind: SecretaryKind;
  from_day: string;
  to_day: string | null;
  reason: string;
  version: number;
}

export const ASSIGNMENT_COLUMNS = `t.id, t.enterprise_id, e.name AS enterprise_name, t.user_id, u.name AS user_name, t.role, t.kind, t.from_day,
   t.to_day, t.reason, t.version`;
export const ASSIGNMENT_FROM = `secretary_assignment t
   JOIN enterprise e ON e.id = t.enterprise_id
   JOIN app_user u ON u.id = t.user_id`;

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

export const insertAssignment = async (
  tx: Tx,
  row: Pick<AssignmentRow, 'enterprise_id' | 'user_id' | 'role' | 'kind' | 'from_day' | 'to_day' | 'reason'>,
  by: string,
): Promise<string> => {
  const id = newId();
  await tx.run(
    `INSERT INTO secretary_assignment (id, enterprise_id, user_id, role, kind, from_day, to_day, reason, assigned_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, row.enterprise_id, row.user_id, row.role, row.kind, row.from_day, row.to_day, row.reason, by],
  );
  return id;
};

export const closeAssignment = (tx: Tx, id: string, toDay: string) =>
  tx.run('UPDATE secretary_assignment SET to_day = $2, version = version + 1, updated_at = now() WHERE id = $1', [
    id,
    toDay,
  ]);
export const dropAssignment = (tx: Tx, id: string) => tx.run('DELETE FROM secretary_assignment WHERE id = $1', [id]);

/** In the shape of the domain's rules. */
export const asAssigned = (row: AssignmentRow): Assigned => ({
  id: row.id,
  secretaryId: row.user_id,
  subject: { type: 'enterprise', id: row.enterprise_id },
  role: row.role,
  from: row.from_day,
  to: row.to_day,
});
