import { pinyin } from 'pinyin-pro';

const lettersOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .replace(/[^a-z0-9]/gi, '');

/** Names that a password must not contain, as they are written and as they are spoken. */
export const ownWords = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name) => name !== '').flatMap((name) => [name, lettersOf(name)])),
];
