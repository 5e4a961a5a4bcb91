import { legalFormOf, matchingName } from './matching-name.js';

interface Named {
  readonly name: string;
  readonly creditCode: string | null;
}

/** Two spellings of one legal person's name: same words and same legal form (有限公司 is 有限责任公司). */
export const isSameName = (a: string, b: string): boolean =>
  matchingName(a) === matchingName(b) && legalFormOf(a) === legalFormOf(b);

/** As {@link isSameName}, but one of the two names may omit the legal form. */
export const couldBeSameName = (a: string, b: string): boolean =>
  isSameName(a, b) || (matchingName(a) === matchingName(b) && (!legalFormOf(a) || !legalFormOf(b)));

/** （筹） marks a planned enterprise; the name stays. */
export const foundedName = (name: string): string => name.replace(/[（(]筹建?[）)]\s*$/u, '');

interface Borne {
  readonly name: string;
  readonly shortName: string;
  readonly former: readonly string[];
}

/** Whether an enterprise is known by a written name: its name, its short name, or a former one. */
export const bearsName = ({ name, shortName, former }: Borne, written: string): boolean =>
  [name, ...(shortName === '' ? [] : [shortName]), ...former].some((one) =>
    couldBeSameName(foundedName(one), foundedName(written)),
  );

/**
 * Finds the enterprise that a name and a code refer to. The code decides; otherwise the exact name, unless both have
 * different codes. 集团, 股份, 有限 and 分公司 are different legal persons and only similar. A name without a legal form matches
 * the only enterprise of that name, if no code was typed: a code is never written onto another name. `exact`: the
 * person says it is another enterprise, so a name without its form matches none.
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
