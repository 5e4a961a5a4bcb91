import { type Day, addDays, earlierOf, laterOf } from '../days/index.js';
import { type AssignmentRole, type SecretaryAssignment, sameSubject } from './assignment.js';

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

const activeOn = (assignment: SecretaryAssignment, on: Day): boolean =>
  assignment.from <= on && (assignment.to === null || on <= assignment.to);

/** The primary secretary of the subject on the day; null if there is none. */
export const primaryOn = (
  assignments: readonly SecretaryAssignment[],
  subject: SecretaryAssignment['subject'],
  on: Day,
): SecretaryAssignment | null =>
  assignments.find(
    (assignment) =>
      assignment.role === 'primary' && sameSubject(assignment.subject, subject) && activeOn(assignment, on),
  ) ?? null;

interface Stretch {
  readonly from: Day;
  readonly to: Day;
}

/** The days on which the subject has no primary, and those on which it has two. A correct history has neither. */
export function primaryFaults(
  assignments: readonly SecretaryAssignment[],
  subject: SecretaryAssignment['subject'],
  from: Day,
  to: Day,
): { gaps: Stretch[]; doubles: Stretch[] } {
  const own = assignments
    .filter(
      (a) => a.role === 'primary' && sameSubject(a.subject, subject) && a.from <= to && (a.to === null || a.to >= from),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const gaps: Stretch[] = [];
  const doubles: Stretch[] = [];
  let next: Day | null = from;
  for (const { from: begins, to: ends } of own) {
    const start = laterOf(begins, from);
    const end = ends === null ? to : earlierOf(ends, to);
    if (next === null || start < next)
      doubles.push({ from: start, to: next === null ? end : earlierOf(end, addDays(next, -1)) });
    else if (start > next) gaps.push({ from: next, to: addDays(start, -1) });
    next = next === null || end >= to ? null : laterOf(next, addDays(end, 1));
  }
  if (next !== null && next <= to) gaps.push({ from: next, to });
  return { gaps, doubles };
}
