import { type Day, addDays, laterOf } from '../days/index.js';
import { Refusal } from '../refusal/index.js';

/** 主责, 协助, 专业. */
export const assignmentRoles = ['primary', 'deputy', 'specialist'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

/** 企业秘书, 专业企业秘书 (for medicine and medical devices), 下企业干部. */
export const secretaryKinds = ['general', 'specialist', 'other-cadre'] as const;
export type SecretaryKind = (typeof secretaryKinds)[number];

/** 指派: one person for an enterprise or a project. Both days are inclusive; `to` null is open-ended. */
export interface SecretaryAssignment {
  readonly id: string;
  readonly secretaryId: string;
  readonly subject: { readonly type: 'enterprise' | 'investment-project'; readonly id: string };
  readonly role: AssignmentRole;
  readonly from: Day;
  readonly to: Day | null;
}

export const sameSubject = (a: SecretaryAssignment['subject'], b: SecretaryAssignment['subject']): boolean =>
  a.type === b.type && a.id === b.id;
const overlap = (a: SecretaryAssignment, b: SecretaryAssignment): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/**
 * Checks that an assignment may be added. Refuses `assignment.validity` (it ends before it begins), `assignment.twice`
 * (conflict: the person is already assigned on one of its days) and `secretary.primary-exists` (conflict: the subject
 * has another primary on one of its days).
 */
export function admitAssignment(existing: readonly SecretaryAssignment[], candidate: SecretaryAssignment): void {
  if (candidate.to !== null && candidate.to < candidate.from)
    throw new Refusal('assignment.validity', { from: candidate.from, to: candidate.to });
  for (const other of existing) {
    if (other.id === candidate.id || !sameSubject(other.subject, candidate.subject) || !overlap(other, candidate))
      continue;
    const facts = { assignmentId: other.id, secretaryId: other.secretaryId, from: other.from, to: other.to };
    if (other.secretaryId === candidate.secretaryId) throw Refusal.conflict('assignment.twice', facts);
    if (other.role === 'primary' && candidate.role === 'primary')
      throw Refusal.conflict('secretary.primary-exists', facts);
  }
}

export interface Handover {
  /** The leaver's assignments, closed on the last day. Those that had not begun are in `dropped`. */
  readonly closed: readonly SecretaryAssignment[];
  readonly dropped: readonly string[];
  /** The successor's assignments from the next day: same subject, role and end. The caller gives the ids. */
  readonly opened: readonly Omit<SecretaryAssignment, 'id'>[];
}

/**
 * 交接 in one step: the successor begins on the day after the leaver's last day, so every day has exactly one.
 * Assignments that ended earlier stay. Refuses `handover.same-person`, and what {@link admitAssignment} refuses if the
 * successor is already assigned.
 */
export function handOver(
  assignments: readonly SecretaryAssignment[],
  leaver: string,
  successor: string,
  lastDay: Day,
): Handover {
  if (leaver === successor) throw new Refusal('handover.same-person', {});
  const firstDay = addDays(lastDay, 1);
  const running = assignments.filter((a) => a.secretaryId === leaver && (a.to === null || a.to > lastDay));
  const closed = running.filter((a) => a.from <= lastDay).map((a) => ({ ...a, to: lastDay }));
  const dropped = running.filter((a) => a.from > lastDay).map((a) => a.id);
  const opened = running.map(({ subject, role, from, to }) => ({
    secretaryId: successor,
    subject,
    role,
    from: laterOf(from, firstDay),
    to,
  }));
  const left = assignments.filter((a) => !running.includes(a));
  for (const candidate of opened) admitAssignment([...left, ...closed], { ...candidate, id: '' });
  return { closed, dropped, opened };
}
