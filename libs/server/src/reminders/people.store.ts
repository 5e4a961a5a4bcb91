import type { RecipientRole } from '@crm/domain/due';
import type { Rows } from '@crm/platform/db';
import type { DueRecord } from '../due/index.js';

interface Person {
  id: string;
  role: string;
  department_id: string | null;
}

/** The people behind the recipient roles of a rule, on a given day. */
export interface People {
  of(record: DueRecord, roles: readonly RecipientRole[]): readonly string[];
}

/** Read once per planning: an office has some hundred people and assignments. Disabled accounts get no reminders. */
export async function peopleOn(rows: Rows, today: string): Promise<People> {
  const users = await rows.rows<Person>(
    'SELECT id, role, department_id FROM app_user WHERE disabled_at IS NULL ORDER BY id',
  );
  const assigned = await rows.rows<{ enterprise_id: string; user_id: string; role: string }>(
    `SELECT sa.enterprise_id, sa.user_id, sa.role
     FROM secretary_assignment sa
     JOIN app_user u ON u.id = sa.user_id AND u.disabled_at IS NULL
     WHERE sa.from_day <= $1 AND (sa.to_day IS NULL OR sa.to_day >= $1)
     ORDER BY sa.id`,
    [today],
  );
  const active = new Set(users.map((user) => user.id));
  const ofFirm = new Map<string, typeof assigned>();
  for (const row of assigned) ofFirm.set(row.enterprise_id, [...(ofFirm.get(row.enterprise_id) ?? []), row]);
  const withRole = (role: string) => users.filter((user) => user.role === role).map((user) => user.id);
  const secretaries = (firm: string | null, role: string) =>
    (firm ? (ofFirm.get(firm) ?? []) : []).filter((row) => row.role === role).map((row) => row.user_id);
  const managers = withRole('manager');

  const called: Readonly<Record<RecipientRole, (record: DueRecord) => readonly string[]>> = {
    officer: ({ ownerId }) => (ownerId && active.has(ownerId) ? [ownerId] : []),
    'primary-secretary': ({ enterpriseId }) => secretaries(enterpriseId, 'primary'),
    'deputy-secretary': ({ enterpriseId }) => secretaries(enterpriseId, 'deputy'),
    'lead-department': ({ departmentId }) =>
      departmentId ? users.filter((user) => user.department_id === departmentId).map((user) => user.id) : [],
    // The secretary office has no account yet, so its reminders go to the managers.
    'secretary-office': () => managers,
    manager: () => managers,
    admin: () => withRole('admin'),
  };
  return {
    of: (record, roles) => {
      const named = [...new Set(roles.flatMap((role) => called[role](record)))];
      // If nobody is named, or nobody is left, somebody else is reminded: no deadline may be lost.
      return named.length > 0 ? named : managers.length > 0 ? managers : withRole('admin');
    },
  };
}
