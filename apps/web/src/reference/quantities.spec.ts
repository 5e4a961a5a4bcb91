import { flat, type MessageTree } from '../i18n/shape.js';
import { partsEn } from '../parts/parts.en.js';
import { partsZh } from '../parts/parts.zh.js';
import type { Translate } from '../parts/text/money.js';
import { amountBefore, sayQuantity, showQuantity, unitAfter } from './quantities.js';

const reader = (tree: MessageTree): Translate => {
  const words = flat(tree);
  return (key, options = {}) => (words[key] ?? key).replace(/%\{(\w+)\}/g, (_, name: string) => String(options[name]));
};
const [zh, en] = [reader(partsZh), reader(partsEn)];

it('leaves quantities that are not money as they are', () => {
  expect(sayQuantity(en, 'person', '1200')).toBe('1,200 indicators.unit.person');
  expect(sayQuantity(en, 'wan', '1500', 2)).toBe('CNY 15.00 m');
  expect([amountBefore(en, 'wan', '1500', 2), unitAfter(en, 'wan')]).toEqual(['CNY 15.00', 'm']);
  expect([amountBefore(zh, 'wan', '1500', 2), unitAfter(zh, 'wan')]).toEqual(['1,500.00', '万元']);
  expect([showQuantity(en, 'wan', '1500'), showQuantity(en, 'person', '1500')]).toEqual(['15.00', '1,500']);
  expect([amountBefore(en, 'tce', '250'), amountBefore(en, 'wan', null)]).toEqual(['250', '—']);
});
