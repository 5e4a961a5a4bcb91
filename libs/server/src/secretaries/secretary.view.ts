import type { SecretaryAssignment } from '@crm/api-contract/secretaries';
import type { AssignmentRow } from './assignments.store.js';

export const assignmentView =
  (today: string) =>
  (row: AssignmentRow): SecretaryAssignment => ({
    id: row.id,
    enterpriseId: row.enterprise_id,
    enterpriseName: row.enterprise_name,
    userId: row.user_id,
    userName: row.user_name,
    role: row.role,
    kind: row.kind,
    fromDay: row.from_day,
    toDay: row.to_day,
    reason: row.reason,
    current: row.from_day <= today && (row.to_day === null || row.to_day >= today),
    version: row.version,
  });
