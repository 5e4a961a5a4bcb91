import { legalFormOf, matchingName } from './matching-name.js';

interface Named {
  readonly name: string;
  readonly creditCode: string | null;
}

/** One legal person's name in two spellings: same words and same legal form (有限公司 is 有限责任公司). */
export const isSameName = (a: string, b: string): boolean =>
  matchingName(a) === matchingName(b) && legalFormOf(a) === legalFormOf(b);

/** As {@link isSameName}, where one of the two may leave the legal form out. */
export const couldBeSameName = (a: string, b: string): boolean =>
  isSameName(a, b) || (matchingName(a) === matchingName(b) && (!legalFormOf(a) || !legalFormOf(b)));

/**
 * Which of some enterprises is meant. Its code says it; otherwise the exact name, unless both have codes that differ.
 * 集团, 股份, 有限 and 分公司 are different legal persons and only similar. A name without any legal form means the only
 * one of that name, as long as no code was typed: a code is never written onto another name. `exact`: whoever says
 * that it is another firm means none by a name without its form.
 */
export function enterpriseMeant<Firm extends Named>(
  typed: Named,
  firms: readonly Firm[],
  { exact = false }: { readonly exact?: boolean } = {},
): Firm | undefined {
  const byCode = typed.creditCode ? firms.find(({ creditCode }) => creditCode === typed.creditCode) : undefined;
  if (byCode) return byCode;
  const sameName = firms.find((firm) => isSameName(firm.name, typed.name) && !(firm.creditCode && typed.creditCode));
  if (sameName || exact || typed.creditCode) return sameName;
  const [only, ...others] = firms.filter((firm) => couldBeSameName(firm.name, typed.name));
  return others.length === 0 ? only : undefined;
}
