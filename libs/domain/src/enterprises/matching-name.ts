import { foldedText as folded } from '../texts/index.js';

/** Longest first: 股份有限公司 must match before 有限公司. */
const legalForms = [
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '有限合伙企业',
  '有限合伙',
  '有限公司',
  '分公司',
  '总公司',
  '公司',
];
const englishForms = /(,?(co|company|ltd|limited|inc|corp|corporation|llc)\.?)+$/u;

/**
 * One key for all spellings of an enterprise name: width, case, spaces, brackets, punctuation and legal form are
 * removed. For finding candidates and matching rows, never for storing. A name that is only a legal form keeps it.
 */
export function matchingName(name: string): string {
  const spaceless = name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const key = folded(spaceless.replace(englishForms, '') || spaceless);
  const form = legalForms.find((ending) => key.endsWith(ending) && key.length > ending.length);
  return form ? key.slice(0, -form.length) : key;
}

/** 有限, 股份, 集团, 集团股份, 分公司, 合伙: each is a separate legal person. null: the name has no legal form. */
export type LegalForm = 'limited' | 'joint-stock' | 'group' | 'joint-stock-group' | 'branch' | 'partnership' | 'other';

/** Longest first. */
const formsAsOne: readonly (readonly [ending: string, form: LegalForm])[] = [
  ['集团股份有限公司', 'joint-stock-group'],
  ['股份有限公司', 'joint-stock'],
  ['股份公司', 'joint-stock'],
  ['集团有限责任公司', 'group'],
  ['集团有限公司', 'group'],
  ['集团公司', 'group'],
  ['集团', 'group'],
  ['有限责任公司', 'limited'],
  ['分公司', 'branch'],
  ['有限合伙企业', 'partnership'],
  ['有限合伙', 'partnership'],
  ['有限公司', 'limited'],
  ['公司', 'other'],
];

/** The legal form that a name ends with. */
export function legalFormOf(name: string): LegalForm | null {
  const spaceless = name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const key = folded(spaceless);
  const found = formsAsOne.find(([ending]) => key.endsWith(ending));
  // A text that is only a legal form is not a name with that form.
  if (found) return found[0] === key ? null : found[1];
  return englishForms.test(spaceless) ? 'limited' : null;
}

/** One key for all spellings of a project name: as {@link matchingName}, but the ending stays (一期 and 二期 differ). */
export const matchingProjectName = (name: string): string => folded(name);
