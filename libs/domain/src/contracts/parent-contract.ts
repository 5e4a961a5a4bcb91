const SUPPLEMENT = '-补';

/** `HT-2026-0001-补1`: the contract's own number and which supplement of it this is. */
export const supplementNumber = (parent: string, nth: number): string => `${parent}${SUPPLEMENT}${nth}`;

/**
 * Which contract a supplement of a ledger belongs to, of those of its firm and project: the only one; of several the one whose number its own begins with
 * (HT-2021-001-补1). Nothing is guessed: `none`, `several`.
 */
export function parentAmong<Candidate extends { readonly number: string | null }>(candidates: readonly Candidate[], number: string | null): Candidate | 'none' | 'several' {
  const [only, another] = candidates;
  if (!only) return 'none';
  if (!another) return only;
  const named = candidates.filter((one) => one.number !== null && number?.startsWith(`${one.number}${SUPPLEMENT}`));
  return named.length === 1 ? (named[0] as Candidate) : 'several';
}
