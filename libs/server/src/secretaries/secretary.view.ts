import type { SecretaryAssignment } from '@crm/api-contract/secretaries';
import { shaped } from '../data-access/index.js';
import type { AssignmentRow } from './assignments.store.js';

export const assignmentView =
  (today: string) =>
  (row: AssignmentRow): SecretaryAssignment =>
    shaped<SecretaryAssignment>()({
      ...row,
      current: row.fromDay <= today && (row.toDay === null || row.toDay >= today),
    });
