/**
 * Which contract a supplement of a ledger belongs to, of those of its firm and project: the only one; of several the one whose number its own begins with
 * (HT-2021-001-补1). Nothing is guessed: `none`, `several`.
 */
export function parentAmong<Candidate extends { readonly number: string | null }>(candidates: readonly Candidate[], number: string | null): Candidate | 'none' | 'several' {
  const [only, another] = candidates;
  if (!only) return 'none';
  if (!another) return only;
  const named = candidates.filter((one) => one.number !== null && number?.startsWith(`${one.number}-补`));
  return named.length === 1 ? (named[0] as Candidate) : 'several';
}
