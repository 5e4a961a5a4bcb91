import { showDecimal, showMoney, showPercent, showSquareMetres } from './numbers.js';

it.each([
  ['15590.9', undefined, '15,590.90'],
  ['5954', undefined, '5,954'],
  ['989.55', undefined, '989.55'],
  ['-1554.22', undefined, '−1,554.22'],
  ['-0.001', undefined, '0.00'],
  ['1.005', undefined, '1.01'],
  ['1234567.5', 0, '1,234,568'],
  [null, undefined, '—'],
  ['', undefined, '—'],
  ['abc', undefined, '—'],
])('%p with %p digits is shown as %p', (value, digits, shown) => expect(showDecimal(value, digits)).toBe(shown));

it.each([
  ['223.33333', 2, '223.33 %'],
  ['223.33333', 0, '223 %'],
  ['79.995', 2, '80.00 %'],
  [null, 2, '—'],
])('percent %p', (value, digits, shown) => expect(showPercent(value, digits)).toBe(shown));

it.each([
  ['9999.99', '9,999.99', 'wan', '99,999,900'],
  ['10000', '1.00', 'yi', '100,000,000'],
  ['662996.54', '66.30', 'yi', '6,629,965,400'],
  ['0.12345', '0.12', 'wan', '1,234.5'],
  ['-20000', '−2.00', 'yi', '−200,000,000'],
])('%p 万元', (wan, text, unit, yuan) => expect(showMoney(wan)).toEqual({ text, unit, yuan }));

it('keeps 万元 where the column head says so', () => expect(showMoney('15590.9', 'wan')!.text).toBe('15,590.90'));
it('shows 亩 as ㎡ by 2000/3', () => expect(showSquareMetres('36.84')).toBe('24,560.00'));
it('has no number for none', () => expect([showMoney(null), showSquareMetres(null)]).toEqual([null, '—']));
