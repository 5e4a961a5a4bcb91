import { Refusal } from '../refusal/index.js';

/** Corrections made to a name, reported to the person who typed it. */
export type NameNotice = 'trimmed' | 'spaces-between-han-removed' | 'zero-width-removed';

export interface StoredName {
  readonly name: string;
  readonly notices: readonly NameNotice[];
}

const han = '\\p{Script=Han}\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}';
/**
 * A zero-width joiner inside an emoji is part of the picture. Anywhere else it is invisible and makes equal names
 * differ.
 */
const strayZeroWidth =
  /[\u200B\u200C\u2060\uFEFF\u00AD]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
const spaceBetweenHan = new RegExp(`(?<=[${han}])[\\s\\u3000]+(?=\\p{Script=Han})`, 'gu');
const control = /[\p{Cc}\u2028\u2029]/u;
/** Direction controls: they make a name look different from what is stored. */
const bidi = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const loneSurrogate = /\p{Cs}/u;

/**
 * The name as stored: as typed, except that outer spaces (ideographic too), spaces between Han characters and
 * zero-width characters are removed, each with a notice. Refuses `text.surrogate`, `text.control`, `text.bidi`,
 * `text.blank` and `text.length` (in code points).
 */
export function storedName(input: string, longest = 200): StoredName {
  if (loneSurrogate.test(input)) throw new Refusal('text.surrogate', {});
  const notices: NameNotice[] = [];
  const mend = (text: string, notice: NameNotice, change: (text: string) => string): string => {
    const mended = change(text);
    if (mended !== text) notices.push(notice);
    return mended;
  };
  let name = mend(input, 'zero-width-removed', (text) => text.replace(strayZeroWidth, ''));
  name = mend(name, 'trimmed', (text) => text.trim());
  if (control.test(name)) throw new Refusal('text.control', {});
  if (bidi.test(name)) throw new Refusal('text.bidi', {});
  name = mend(name, 'spaces-between-han-removed', (text) => text.replace(spaceBetweenHan, ''));
  if (name === '') throw new Refusal('text.blank', {});
  const length = [...name].length;
  if (length > longest) throw new Refusal('text.length', { length, min: 1, max: longest });
  return { name, notices };
}
