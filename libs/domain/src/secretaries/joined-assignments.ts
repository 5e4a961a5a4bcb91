import { type Day, addDays, earlierOf, laterOf } from '../days/index.js';
import type { SecretaryAssignment } from './assignment.js';

interface Days {
  readonly from: Day;
  readonly to: Day | null;
}

/** An assignment of the firm that goes, as it continues: its pieces, in order. None: all its days are taken. */
export interface JoinedAssignment {
  readonly id: string;
  readonly pieces: readonly Pick<SecretaryAssignment, 'role' | 'from' | 'to'>[];
}

/**
 * Two records of one firm become one. The assignments of the firm that stays remain as they are. On days on which both
 * have a primary, the primary of the other becomes a deputy; on all other days nothing changes. A person who is
 * there already gets no second row beside it. Returned are the assignments of `going`, in their order.
 */
export function joinedAssignments(
  staying: readonly SecretaryAssignment[],
  going: readonly SecretaryAssignment[],
): JoinedAssignment[] {
  const primaries = staying.filter(({ role }) => role === 'primary');
  return going.map((own) => {
    const byPerson = (others: readonly SecretaryAssignment[]) =>
      others.filter((one) => one.id !== own.id && one.secretaryId === own.secretaryId);
    if (own.role !== 'primary') return { id: own.id, pieces: pieces(own.role, without([own], byPerson(staying))) };
    const alone = without([own], primaries);
    const beside = without([own], [...alone, ...byPerson(staying), ...byPerson(going)]);
    return { id: own.id, pieces: [...pieces('primary', alone), ...pieces('deputy', beside)].toSorted(byDay) };
  });
}

const byDay = (a: Days, b: Days): number => (a.from < b.from ? -1 : 1);
const pieces = (role: SecretaryAssignment['role'], all: readonly Days[]) =>
  all.map(({ from, to }) => ({ role, from, to }));

/** The days of `all` that none of the others has. */
function without(all: readonly Days[], others: readonly Days[]): Days[] {
  let left: Days[] = all.map(({ from, to }) => ({ from, to }));
  for (const other of others) left = left.flatMap((one) => apart(one, other));
  return left;
}

function apart(one: Days, other: Days): Days[] {
  const overlaps = (other.to === null || one.from <= other.to) && (one.to === null || other.from <= one.to);
  if (!overlaps) return [one];
  const before = { from: one.from, to: earlierOf(one.to ?? other.from, addDays(other.from, -1)) };
  const after = other.to === null ? null : { from: laterOf(one.from, addDays(other.to, 1)), to: one.to };
  return [before, after].filter((piece) => piece !== null).filter(({ from, to }) => to === null || from <= to);
}
