import { legalFormOf } from '@crm/domain/enterprises';
import { pinyin } from 'pinyin-pro';

export interface Spelling {
  /** zhejiangzekehuanbao, without tones and spaces. */
  readonly pinyin: string;
  /** zjzkhb. */
  readonly initials: string;
  /** Pinyin and initials from every word on, separated by spaces, so that a search may skip the place name in front. */
  readonly spellings: string;
}

const LETTERS = /[^a-z0-9]/g;
/** Only this many typed letters count; they already tell names apart. */
export const SPELT_LETTERS = 24;

/**
 * Pinyin for people who search without an input method. Latin letters and digits stay; other characters are dropped.
 */
export function pinyinOf(name: string): Spelling {
  const text = name.normalize('NFKC');
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map(letters);
  const firsts = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).map(letters);
  return { pinyin: syllables.join(''), initials: firsts.join(''), spellings: startsOf(name, syllables, firsts) };
}

const letters = (part: string): string => part.toLowerCase().replace(LETTERS, '');

/** From each word on, without the words of the legal form, which every name has. */
function startsOf(name: string, syllables: readonly string[], firsts: readonly string[]): string {
  const ending = /(?:集团|股份|有限|责任|合伙|企业|分|总|公司)+$/u.exec(name)?.[0] ?? '';
  const isForm = ending === name || legalFormOf(name) !== null;
  const words = Math.max(1, syllables.length - (isForm ? [...ending].length : 0));
  const starts = Array.from({ length: words }, (_, at) => [
    syllables.slice(at).join('').slice(0, SPELT_LETTERS),
    firsts.slice(at).join('').slice(0, SPELT_LETTERS),
  ]);
  return [...new Set(starts.flat())].filter((start) => start !== '').join(' ');
}
