import type { Day } from '../days/index.js';
import type { AssignmentRole, SecretaryAssignment } from './assignment.js';

type Draft = { -readonly [K in keyof SecretaryAssignment]: SecretaryAssignment[K] };

/** `anAssignment('a1').of('secretary-1').to('firm-1').as('primary').between('2026-01-01', '2026-06-30').value` */
export function anAssignment(id = 'assignment-1') {
  const draft: Draft = {
    id,
    secretaryId: 'secretary-1',
    subject: { type: 'enterprise', id: 'firm-1' },
    role: 'primary',
    from: '2026-01-01',
    to: null,
  };
  const builder = {
    get value(): SecretaryAssignment {
      return { ...draft };
    },
    of: (secretaryId: string) => ((draft.secretaryId = secretaryId), builder),
    to: (firmId: string) => ((draft.subject = { type: 'enterprise', id: firmId }), builder),
    toProject: (projectId: string) => ((draft.subject = { type: 'investment-project', id: projectId }), builder),
    as: (role: AssignmentRole) => ((draft.role = role), builder),
    between: (from: Day, to: Day | null) => (Object.assign(draft, { from, to }), builder),
  };
  return builder;
}
