import fc from 'fast-check';
import { Decimal, decimal, decimalText, plain, roundForShow, sum, withoutFloatNoise } from './decimal.js';

const codeOf = (act: () => unknown): string => {
  try {
    return `accepted ${JSON.stringify(act())}`;
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('decimalText', () => {
  it.each([
    ['0', '0'],
    ['989.55', '989.55'],
    ['989.550000', '989.55'],
    ['007', '7'],
    ['１２３４', '1234'],
    ['１７．６１', '17.61'],
    ['999999999999.999999', '999999999999.999999'],
    ['0.000001', '0.000001'],
  ])('reads %p as %p', (typed, read) => {
    expect(decimalText(typed)).toBe(read);
  });

  it.each([
    '1e5',
    '1,000',
    '１，０００',
    '壹佰万',
    ' 5 ',
    '+5',
    '0x10',
    '5元',
    '',
    '.',
    '1.',
    '.5',
    'NaN',
    'Infinity',
    '1.0000001',
    '1_000',
    '٣',
    '5\n',
    '0x',
  ])('refuses %p as no decimal', (typed) => {
    expect(codeOf(() => decimalText(typed))).toBe('decimal.format');
  });

  it.each([5, 9007199254740993, null, undefined, {}, [], ['5'], true, 5n])('refuses %p, which is no text', (typed) => {
    expect(codeOf(() => decimalText(typed))).toBe('decimal.format');
  });

  it.each(['1000000000000', '1000000000000000000', '-5', '-0', '-0.5'])('refuses %p as out of range', (typed) => {
    expect(codeOf(() => decimalText(typed))).toBe('decimal.range');
  });

  it('keeps to the bounds of its field, both inclusive', () => {
    const perCent = (text: string) => codeOf(() => decimalText(text, { min: '0', max: '100' }));
    expect([perCent('0'), perCent('100'), perCent('100.01')]).toEqual([
      'accepted "0"',
      'accepted "100"',
      'decimal.range',
    ]);
  });

  it('accepts every value of numeric(18,6) and gives it back unchanged', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (scaled) => {
        const text = new Decimal(scaled.toString()).div(1_000_000).toFixed();
        expect(decimalText(text)).toBe(text);
      }),
    );
  });

  it('turns any text into a decimal or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        /^(accepted|decimal\.)/.test(codeOf(() => decimalText(text))),
      ),
    );
  });
});

describe('exactness', () => {
  it('stays exact where floats do not', () => {
    expect(plain(sum(['0.1', '0.2']))).toBe('0.3');
    expect(plain(decimal('9007199254740993'))).toBe('9007199254740993');
    expect(plain(decimal('999999999999.999999').times('999999999999.999999').times('100.123456'))).toBe(
      '100123455999999999799753088.000000000100123456',
    );
  });
});

describe('rounding for show', () => {
  it.each([
    ['669.998', 4, '669.9980'],
    ['0.5', 0, '1'],
    ['1.005', 2, '1.01'],
    ['421.4475', 2, '421.45'],
    ['2.5', 0, '3'],
    ['223.325', 2, '223.33'],
    ['223.3249999999', 2, '223.32'],
  ])('shows %s with %i places as %s', (value, places, shown) => {
    expect(roundForShow(value, places)).toBe(shown);
  });

  it('changes no value by more than half of the last decimal shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 5 }), (scaled, places) => {
        const value = new Decimal(scaled.toString()).div(1_000_000);
        expect(value.minus(roundForShow(value, places)).abs().times(2).lte(new Decimal(10).pow(-places))).toBe(true);
      }),
    );
  });
});

describe('the noise a spreadsheet leaves', () => {
  it.each([
    [79.93000000000001, '79.93'],
    ['79.93000000000001', '79.93'],
    [98.59999999999999, '98.6'],
    [0.1 + 0.2, '0.3'],
    [13.3424616, '13.3424616'],
    [0, '0'],
    [1.23e11, '123000000000'],
    ['1E-3', '0.001'],
  ])('turns %p into %s', (cell, typed) => {
    expect(withoutFloatNoise(cell)).toBe(typed);
  });

  it.each([NaN, Infinity, '待定', '', '1,000', '0x1'])('refuses %p', (cell) => {
    expect(codeOf(() => withoutFloatNoise(cell))).toBe('decimal.format');
  });

  it('restores the typed number from any double', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const typed = new Decimal(digits).div(new Decimal(10).pow(places)).toFixed();
        expect(withoutFloatNoise((Number(typed) * 3) / 3)).toBe(typed);
      }),
    );
  });
});
