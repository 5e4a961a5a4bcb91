import type { Day } from '../days/index.js';

const SUPPLEMENT = '-补';

/** `HT-2026-0001-补1`: the contract's own number and which supplement of it this is. */
export const supplementNumber = (parent: string, nth: number): string => `${parent}${SUPPLEMENT}${nth}`;

/** A contract of the same firm and project as a supplement; of one that comes in the same sheet also its row. */
export interface ParentCandidate {
  readonly number: string | null;
  readonly signedOn: Day;
  readonly row?: number;
}

/**
 * How a row names its contract: by `parentNo` (a number, or `#7` for a row of the same sheet), else by how its own
 * number begins (HT-2021-001-补1).
 */
export interface NamesParent {
  readonly parentNo?: string | null;
  readonly number: string | null;
  readonly signedOn: Day;
}

/** What a row says to mean this candidate. */
export const namedAs = ({ number, row }: ParentCandidate): string => number ?? `#${row}`;

/**
 * Which contract a supplement of a ledger belongs to: the one it names; of several it does not tell apart the only one
 * signed by its day. Nothing is guessed: `none`, `several`
 * (also where it names one that is not among them).
 */
export function parentAmong<Candidate extends ParentCandidate>(
  candidates: readonly Candidate[],
  { parentNo, number, signedOn }: NamesParent,
): Candidate | 'none' | 'several' {
  if (candidates.length === 0) return 'none';
  if (parentNo)
    return (
      candidates.find((one) => namedAs(one) === parentNo || (one.row !== undefined && `#${one.row}` === parentNo)) ??
      'several'
    );
  const [only, another] = candidates;
  if (only && !another) return only;
  const named = candidates.filter((one) => one.number !== null && number?.startsWith(`${one.number}${SUPPLEMENT}`));
  if (named.length === 1) return named[0] as Candidate;
  const earlier = candidates.filter((one) => one.signedOn <= signedOn);
  return earlier.length === 1 ? (earlier[0] as Candidate) : 'several';
}
