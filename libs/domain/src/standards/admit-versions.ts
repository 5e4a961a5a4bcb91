import { addDays, type Day } from '../days/index.js';
import { decimal } from '../quantities/index.js';
import { validityOverlaps, sameKey, type ProvincialStandard } from './provincial-standard.js';

/** How a new version relates to the existing ones. */
export type Admission =
  /** Admitted. `closes`: the open-ended version before it, which then ends on `closesOn`. */
  | { readonly is: 'new'; readonly closes?: string; readonly closesOn?: Day }
  | { readonly is: 'unchanged' }
  | { readonly is: 'differs'; readonly fields: readonly ('perMuWan' | 'validTo' | 'documentNo')[] }
  /** Another candidate with the same key begins on the same day. */
  | { readonly is: 'repeats'; readonly with: string }
  | { readonly is: 'overlap'; readonly with: string; readonly validFrom: Day; readonly validTo: Day | null }
  /** Only an open-ended version overlaps, and it began earlier. Once a person confirms, it ends on the day before. */
  | { readonly is: 'follows-open'; readonly with: string; readonly validFrom: Day; readonly closesOn: Day };

/**
 * Decides for each candidate, in order, whether it may be added. Each one is compared with the existing versions and
 * those admitted before it (the earliest first). A version is never rewritten: the same key from the same day is
 * `unchanged` or `differs`. With `closing`, a person has confirmed that open-ended predecessors end the day before;
 * their values and the contracts signed under them stay. A version closed in this way equals the open-ended row it came
 * from.
 */
export function admitVersions(
  existing: readonly ProvincialStandard[],
  candidates: readonly ProvincialStandard[],
  closing: boolean,
): Admission[] {
  const standing = [...existing];
  const candidateIds = new Set(candidates.map(({ id }) => id));
  const answers = new Map<string, Admission>();
  for (const candidate of [...candidates].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0,
  )) {
    const admission = admit(standing, candidate, candidateIds, closing);
    answers.set(candidate.id, admission);
    if (admission.is !== 'new') continue;
    const at = standing.findIndex(({ id }) => id === admission.closes);
    if (at >= 0) standing[at] = { ...standing[at]!, validTo: admission.closesOn! };
    standing.push(candidate);
  }
  return candidates.map(({ id }) => answers.get(id)!);
}

function admit(
  standing: readonly ProvincialStandard[],
  candidate: ProvincialStandard,
  candidateIds: ReadonlySet<string>,
  closing: boolean,
): Admission {
  const rivals = standing.filter((row) => sameKey(row, candidate));
  const twin = rivals.find(({ validFrom }) => validFrom === candidate.validFrom);
  if (twin) return candidateIds.has(twin.id) ? { is: 'repeats', with: twin.id } : compared(twin, candidate, rivals);
  const inTheWay = rivals.filter((row) => validityOverlaps(row, candidate));
  const [only] = inTheWay;
  if (!only) return { is: 'new' };
  if (inTheWay.length > 1 || only.validTo !== null || only.validFrom > candidate.validFrom)
    return { is: 'overlap', with: only.id, validFrom: only.validFrom, validTo: only.validTo };
  const closesOn = addDays(candidate.validFrom, -1);
  return closing
    ? { is: 'new', closes: only.id, closesOn }
    : { is: 'follows-open', with: only.id, validFrom: only.validFrom, closesOn };
}

function compared(
  there: ProvincialStandard,
  candidate: ProvincialStandard,
  rivals: readonly ProvincialStandard[],
): Admission {
  const closedBySuccessor =
    candidate.validTo === null &&
    there.validTo !== null &&
    rivals.some(({ validFrom }) => validFrom === addDays(there.validTo!, 1));
  const sameValue =
    there.perMuWan === null || candidate.perMuWan === null
      ? there.perMuWan === candidate.perMuWan
      : decimal(there.perMuWan).eq(candidate.perMuWan);
  const fields = [
    ...(sameValue ? [] : ['perMuWan' as const]),
    ...(there.validTo === candidate.validTo || closedBySuccessor ? [] : ['validTo' as const]),
    ...(there.documentNo === candidate.documentNo ? [] : ['documentNo' as const]),
  ];
  return fields.length > 0 ? { is: 'differs', fields } : { is: 'unchanged' };
}
