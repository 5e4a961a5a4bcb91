import type { Day } from '../days/index.js';

const SUPPLEMENT = '-补';

/** `HT-2026-0001-补1`: the number of the contract, and the ordinal of its supplement. */
export const supplementNumber = (parent: string, nth: number): string => `${parent}${SUPPLEMENT}${nth}`;

/** A contract of the same enterprise and project as a supplement. `row` is set if it comes from the same sheet. */
export interface ParentCandidate {
  readonly number: string | null;
  readonly signedOn: Day;
  readonly row?: number;
}

/**
 * How a row refers to its contract: by `parentNo` (a number, or `#7` for row 7 of the same sheet), otherwise by the
 * start of its own number (HT-2021-001-补1).
 */
export interface ParentReference {
  readonly parentNo?: string | null;
  readonly number: string | null;
  readonly signedOn: Day;
}

/** The text by which a row refers to this contract. */
export const parentReference = ({ number, row }: ParentCandidate): string => number ?? `#${row}`;

/**
 * Finds the contract that a supplement of a ledger belongs to: the one the row names, or the only candidate, or the
 * only one signed by that day. Nothing is guessed. `none`: no candidate. `several`: it cannot be decided, or the row
 * names a contract that is no candidate.
 */
export function parentAmong<Candidate extends ParentCandidate>(
  candidates: readonly Candidate[],
  { parentNo, number, signedOn }: ParentReference,
): Candidate | 'none' | 'several' {
  if (candidates.length === 0) return 'none';
  if (parentNo)
    return (
      candidates.find(
        (one) => parentReference(one) === parentNo || (one.row !== undefined && `#${one.row}` === parentNo),
      ) ?? 'several'
    );
  const [only, another] = candidates;
  if (only && !another) return only;
  const named = candidates.filter((one) => one.number !== null && number?.startsWith(`${one.number}${SUPPLEMENT}`));
  if (named.length === 1) return named[0] as Candidate;
  const earlier = candidates.filter((one) => one.signedOn <= signedOn);
  return earlier.length === 1 ? (earlier[0] as Candidate) : 'several';
}
