import type { Day } from '@crm/domain/days';
import type { RecipientRole } from '@crm/domain/due';
import type { Rows } from '@crm/platform/db';
import { grouped } from '../data-access/index.js';
import type { DueRecord } from '../due/index.js';

interface Person {
  id: string;
  role: string;
  department_id: string | null;
  email: string | null;
}

/** The people behind the recipient roles of a rule, on a given day. */
export interface People {
  of(record: DueRecord, roles: readonly RecipientRole[]): readonly string[];
  reachedByMail(userId: string): boolean;
}

const given = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

/**
 * The people whom some records can concern. Disabled accounts get no reminders; without a mail server nobody gets mail.
 */
export async function peopleFor(
  rows: Rows,
  records: readonly DueRecord[],
  today: Day,
  mails: boolean,
): Promise<People> {
  const [users, assigned] = await Promise.all([
    rows.rows<Person>(
      `SELECT id, role, department_id, email
       FROM app_user
       WHERE disabled_at IS NULL
           AND (role IN ('manager', 'admin') OR id = ANY($1) OR department_id = ANY($2))
       ORDER BY id`,
      [given(records.map(({ ownerId }) => ownerId)), given(records.map(({ departmentId }) => departmentId))],
    ),
    rows.rows<{ enterprise_id: string; user_id: string; role: string; email: string | null }>(
      `SELECT sa.enterprise_id, sa.user_id, sa.role, u.email
       FROM secretary_assignment sa
       JOIN app_user u ON u.id = sa.user_id AND u.disabled_at IS NULL
       WHERE sa.from_day <= $1 AND (sa.to_day IS NULL OR sa.to_day >= $1) AND sa.enterprise_id = ANY($2)
       ORDER BY sa.id`,
      [today, given(records.map(({ enterpriseId }) => enterpriseId))],
    ),
  ]);
  const active = new Set(users.map((user) => user.id));
  const mailed = new Set([
    ...users.filter(({ email }) => email !== null).map(({ id }) => id),
    ...assigned.filter(({ email }) => email !== null).map((row) => row.user_id),
  ]);
  const ofFirm = grouped(assigned, (row) => row.enterprise_id);
  const withRole = (role: string) => users.filter((user) => user.role === role).map((user) => user.id);
  const secretaries = (firm: string | null, role: string) =>
    (firm ? (ofFirm.get(firm) ?? []) : []).filter((row) => row.role === role).map((row) => row.user_id);
  const managers = withRole('manager');
  const admins = withRole('admin');

  const called: Readonly<Record<RecipientRole, (record: DueRecord) => readonly string[]>> = {
    officer: ({ ownerId }) => (ownerId && active.has(ownerId) ? [ownerId] : []),
    'primary-secretary': ({ enterpriseId }) => secretaries(enterpriseId, 'primary'),
    'deputy-secretary': ({ enterpriseId }) => secretaries(enterpriseId, 'deputy'),
    'lead-department': ({ departmentId }) =>
      departmentId ? users.filter((user) => user.department_id === departmentId).map((user) => user.id) : [],
    // The secretary office has no account yet, so its reminders go to the managers.
    'secretary-office': () => managers,
    manager: () => managers,
    admin: () => admins,
  };
  return {
    of: (record, roles) => {
      const named = [...new Set(roles.flatMap((role) => called[role](record)))];
      // If nobody is named, or nobody is left, another person is reminded: no deadline may be lost.
      return named.length > 0 ? named : managers.length > 0 ? managers : admins;
    },
    reachedByMail: (userId) => mails && mailed.has(userId),
  };
}
