import {
  readArea,
  readMillions,
  readMillionsPerMu,
  readMoney,
  readNumber,
  readPerMu,
  type Reading,
} from './amounts.js';

const value = (reading: Reading) => (reading.ok ? reading.value : reading.code);

describe('money, to 万元', () => {
  it.each([
    ['66.3 亿', '663000'],
    ['3.2亿元', '32000'],
    ['32,000', '32000'],
    ['３２，０００ 万元', '32000'],
    ['1,140万', '1140'],
    ['660000元', '66'],
    ['0.5亿', '5000'],
    ['11416.72', '11416.72'],
    ['1,234,567.89', '1234567.89'],
  ])('%s → %s', (typed, wan) => expect(value(readMoney(typed))).toBe(wan));

  it.each([['亿'], ['3.2 斤'], ['1.2.3'], ['abc'], [''], ['1e5'], ['3,2'], ['-5']])(
    '%p is refused with a code',
    (typed) => expect(readMoney(typed)).toMatchObject({ ok: false, code: expect.stringMatching(/^(decimal|unit)\./) }),
  );

  it('takes a bare number as 亿元 where the field says so', () =>
    expect(readMoney('66.3', 'yi')).toEqual({ ok: true, value: '663000', converted: true }));
  it('tells when a unit changed the number', () =>
    expect([readMoney('3.2 亿'), readMoney('32000 万')]).toMatchObject([{ converted: true }, { converted: false }]));
});

describe('money where English counts millions, to 万元', () => {
  it.each([
    ['39.78', '3978'],
    ['39.78 m', '3978'],
    ['CNY 39.78 m', '3978'],
    ['1,234.5', '123450'],
    ['6.63 bn', '663000'],
    ['0.00000001', '0.000001'],
    ['5,000 CNY', '0.5'],
    ['3.2 亿', '32000'],
    ['120万', '120'],
  ])('%s → %s', (typed, wan) => expect(value(readMillions(typed))).toBe(wan));

  it.each([
    ['CNY 5,000', 'unit.unknown'],
    ['5 k', 'unit.unknown'],
    ['1.2.3', 'decimal.format'],
    ['', 'decimal.format'],
    ['0.000000001', 'money.too-fine'],
    ['99999999999', 'money.range'],
  ])('%p is refused as %s', (typed, code) => expect(value(readMillions(typed))).toBe(code));

  it.each([
    ['6.70', '670'],
    ['6.70 m per mu', '670'],
    ['0.268/mu', '26.8'],
    ['670 万元/亩', '670'],
  ])('%s per mu → %s', (typed, perMu) => expect(value(readMillionsPerMu(typed))).toBe(perMu));
});

describe('area, to 亩', () => {
  it.each([
    ['18,731 ㎡', '28.0965'],
    ['18731平方米', '28.0965'],
    ['1 公顷', '15'],
    ['36.04', '36.04'],
    ['60亩', '60'],
    ['10777.16 m²', '16.16574'],
  ])('%s → %s', (typed, mu) => expect(value(readArea(typed))).toBe(mu));
  it('refuses what is no area', () => expect(value(readArea('20 万'))).toBe('unit.unknown'));
  it('refuses none', () => expect(value(readArea('0'))).toBe('area.zero'));
});

it.each([
  ['670', '670'],
  ['670 万/亩', '670'],
  ['0.067亿/亩', '670'],
  ['26.8万元/亩', '26.8'],
])('per mu %s → %s', (typed, perMu) => expect(value(readPerMu(typed))).toBe(perMu));
it.each([
  ['80%', '80'],
  ['1,000', '1000'],
])('number %s → %s', (typed, number) => expect(value(readNumber(typed))).toBe(number));
