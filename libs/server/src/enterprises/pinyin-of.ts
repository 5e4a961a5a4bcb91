import { pinyin } from 'pinyin-pro';

export interface Spelling {
  /** zhejiangzekehuanbao, without tones and spaces. */
  readonly pinyin: string;
  /** zjzkhb. */
  readonly initials: string;
}

const LETTERS = /[^a-z0-9]/g;

/**
 * The spelling for people who search without switching to Chinese. Latin letters and digits stay, other characters are
 * dropped.
 */
export function pinyinOf(name: string): Spelling {
  const text = name.normalize('NFKC');
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const firsts = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const letters = (parts: readonly string[]) => parts.join('').toLowerCase().replace(LETTERS, '');
  return { pinyin: letters(syllables), initials: letters(firsts) };
}
