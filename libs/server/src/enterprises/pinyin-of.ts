import { pinyin } from 'pinyin-pro';

export interface Spelling {
  /** zhejiangzekehuanbao, without tones and blanks. */
  readonly pinyin: string;
  /** zjzkhb. */
  readonly initials: string;
}

const LETTERS = /[^a-z0-9]/g;

/**
 * How a name is typed by those who search it without switching to Chinese; Latin letters and digits stay, signs fall
 * away.
 */
export function pinyinOf(name: string): Spelling {
  const text = name.normalize('NFKC');
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const firsts = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const letters = (parts: readonly string[]) => parts.join('').toLowerCase().replace(LETTERS, '');
  return { pinyin: letters(syllables), initials: letters(firsts) };
}
