import { partsEn } from '../parts/parts.en.js';
import { partsZh } from '../parts/parts.zh.js';
import { flat, type MessageTree } from '../i18n/shape.js';
import { keptValue, shownValue } from './useRounds.js';

const reader = (tree: MessageTree) => (key: string) => flat(tree)[key] ?? key;
const [zh, en] = [reader(partsZh), reader(partsEn)];

it.each([
  ['万元/亩', '670', '670', '6.7'],
  ['万元/吨标煤', '0.35', '0.35', '0.0035'],
  ['比值', '0.06', '0.06', '0.06'],
])('a value in %s kept as %s is shown as %s, in English as %s, and read back', (unit, kept, chinese, english) => {
  expect([shownValue(zh, { unit }, kept), shownValue(en, { unit }, kept)]).toEqual([chinese, english]);
  expect([keptValue(zh, { unit }, chinese), keptValue(en, { unit }, english)]).toEqual([kept, kept]);
});
