import { Refusal } from '../refusal/index.js';
import { commonPasswords } from './common-passwords.js';

/** In code points. Length counts most; kinds of characters are not asked for, and no password expires. */
export const SHORTEST_PASSWORD = 12;
/** Longer than a sentence; a limit only keeps the work of hashing bounded. */
export const LONGEST_PASSWORD = 256;
/** Fewer different characters are a pattern, however long. */
const FEWEST_CHARACTERS = 5;
/** What is left beside runs of the keyboard and of the alphabet. */
const FEWEST_LEFT = 6;

/** Neighbours on the keyboard and in the alphabet; also read backwards. */
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '!@#$%^&*()_+',
].flatMap((row) => [row, [...row].reverse().join('')]);
const LONGEST_RUN = 4;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Parts of a name that are shorter (“High-tech Zone”) are words of the language. */
const SHORTEST_PART = 5;

/** A name is looked for as a whole and by its longer parts; a letter or two would be found everywhere. */
const words = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const whole = plain(name).replace(/\s+/gu, '');
    const parts = plain(name).split(/[\s@._-]+/u);
    return [
      ...([...whole].length >= (/\p{Script=Han}/u.test(whole) ? 2 : 3) ? [whole] : []),
      ...parts.filter((part) => [...part].length >= SHORTEST_PART),
    ];
  });

/** A list of leaked passwords has this one, apart from digits and signs around it; or it is one pattern. */
export function isCommonPassword(password: string): boolean {
  const text = plain(password);
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const unfolded = core
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/3/g, 'e')
    .replace(/[$5]/g, 's');
  const once = /^(.{2,}?)\1*$/u.exec(unfolded)?.[1] ?? unfolded;
  if ([core, unfolded, once].some((word) => commonPasswords.has(word))) return true;
  return new Set(text).size < FEWEST_CHARACTERS || [...withoutRuns(text)].length < FEWEST_LEFT;
}

/** The text without every run of four or more neighbours. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const run = longestRun(text.slice(at));
    if (run < LONGEST_RUN) left += text[at];
    at += run < LONGEST_RUN ? 1 : run;
  }
  return left;
}

function longestRun(text: string): number {
  let run = 1;
  while (run < text.length && ROWS.some((row) => row.includes(text.slice(0, run + 1)))) run++;
  return run;
}

/** Contains the name of the person, of the account or of the zone. */
export const hasOwnWords = (password: string, names: readonly string[]): boolean => {
  const text = plain(password).replace(/\s+/gu, '');
  return words(names).some((word) => text.includes(word));
};

/**
 * A password that a person chooses. `names`: of the account, the person and the zone. Refuses `password.short`,
 * `password.long`, `password.common` and `password.own-words`.
 */
export function admitPassword(password: string, names: readonly string[]): void {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) throw new Refusal('password.short', { min: SHORTEST_PASSWORD });
  if (length > LONGEST_PASSWORD) throw new Refusal('password.long', { max: LONGEST_PASSWORD });
  if (isCommonPassword(password)) throw new Refusal('password.common');
  if (hasOwnWords(password, names)) throw new Refusal('password.own-words');
}
