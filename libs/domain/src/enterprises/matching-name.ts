/** Longest first: 股份有限公司 must go before 有限公司 does. */
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

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200B-\u200D\uFEFF]/gu, '')
    .replace(/[()[\]{}【】〔〕《》〈〉「」『』"'“”‘’·•.、，,_\p{Pd}]/gu, '');

/**
 * The key two spellings of one enterprise share: width, case, spaces, brackets, punctuation and the legal form are
 * taken away.
 * For finding candidates and matching rows, never for storing. A name that is nothing but a legal form keeps it.
 */
export function matchingName(name: string): string {
  const spaceless = name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
  const key = folded(spaceless.replace(englishForms, '') || spaceless);
  const form = legalForms.find((ending) => key.endsWith(ending) && key.length > ending.length);
  return form ? key.slice(0, -form.length) : key;
}

/**
 * The key two spellings of one project share: as {@link matchingName}, but nothing is taken off the end (一期 and 二期
 * differ).
 */
export const matchingProjectName = (name: string): string => folded(name);
