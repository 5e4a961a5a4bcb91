import { partsEn } from '../parts.en.js';
import { partsZh } from '../parts.zh.js';
import { flat, type MessageTree } from '../../i18n/shape.js';
import { counted, sayExactly, sayMoney, sayPerMu, sayWan, showWan, type Translate } from './money.js';

const reader = (tree: MessageTree): Translate => {
  const words = flat(tree);
  return (key, options = {}) => (words[key] ?? key).replace(/%\{(\w+)\}/g, (_, name: string) => String(options[name]));
};
const [zh, en] = [reader(partsZh), reader(partsEn)];

it.each([
  ['663000', '66.30 亿元', 'CNY 6.63 bn'],
  ['3978', '3,978 万元', 'CNY 39.78 m'],
  ['15590.9', '1.56 亿元', 'CNY 155.91 m'],
  ['100000', '10.00 亿元', 'CNY 1.00 bn'],
  ['99999.99', '10.00 亿元', 'CNY 1,000.00 m'],
  ['100', '100 万元', 'CNY 1.00 m'],
  ['5.26', '5.26 万元', 'CNY 0.0526 m'],
  ['50', '50 万元', 'CNY 0.50 m'],
  ['0', '0 万元', 'CNY 0.00 m'],
  ['-20000', '−2.00 亿元', 'CNY −200.00 m'],
  [null, '—', '—'],
  ['', '—', '—'],
])('%p 万元 is said as %p, in English as %p', (wan, chinese, english) =>
  expect([sayMoney(zh, wan), sayMoney(en, wan)]).toEqual([chinese, english]),
);

it.each([
  ['670', undefined, '670 万元/亩', 'CNY 6.70 m per mu'],
  ['26.8', 2, '26.80 万元/亩', 'CNY 0.268 m per mu'],
  ['300', 0, '300 万元/亩', 'CNY 3.00 m per mu'],
  ['69.69', 0, '70 万元/亩', 'CNY 0.70 m per mu'],
])('%p 万元 per mu', (wan, digits, chinese, english) =>
  expect([sayPerMu(zh, wan, digits), sayPerMu(en, wan, digits)]).toEqual([chinese, english]),
);

it('shows a number alone where the head names the unit', () => {
  expect([showWan(zh, '15590.9', 2), showWan(en, '15590.9', 2)]).toEqual(['15,590.90', '155.91']);
  expect([showWan(zh, '670.123456', 4), showWan(en, '670.123456', 4)]).toEqual(['670.1235', '6.701235']);
  expect([showWan(zh, null, 2), showWan(en, null, 2)]).toEqual(['—', '—']);
});

it('says to the last digit what a headline rounds', () =>
  expect([sayExactly(zh, '662996.54'), sayExactly(en, '662996.54')]).toEqual(['662,996.54 万元', 'CNY 6,629,965,400']));

it('keeps a sum in 万元 or millions where it is compared with others', () =>
  expect([sayWan(zh, '662996.54', 2), sayWan(en, '662996.54', 2)]).toEqual(['662,996.54 万元', 'CNY 6,629.97 m']));

it('calculates exactly in the unit it shows', () =>
  expect([counted(zh)('987.312'), counted(en)('987.312')]).toEqual(['987.312', '9.87312']));
