import { isoInstant, plainNumeric } from './value-parsers.js';

describe('values as the wire writes them', () => {
  it.each([
    ['2026-11-30 08:37:00+00', '2026-11-30T08:37:00.000Z'],
    ['2026-11-30 08:37:00.5+00', '2026-11-30T08:37:00.500Z'],
    ['2026-11-30 08:37:00.57+00', '2026-11-30T08:37:00.570Z'],
    ['2026-11-30 08:37:00.123999+00', '2026-11-30T08:37:00.123Z'],
    ['2026-11-30 16:37:00.123456+08', '2026-11-30T08:37:00.123Z'],
    ['2026-11-30 14:07:00+05:30', '2026-11-30T08:37:00.000Z'],
    ['infinity', 'infinity'],
    ['-infinity', '-infinity'],
  ])('an instant %s is %s', (stored, shown) => expect(isoInstant(stored)).toBe(shown));

  it.each([
    ['23.270000', '23.27'],
    ['23.000000', '23'],
    ['0.000000', '0'],
    ['0.000001', '0.000001'],
    ['-0.500000', '-0.5'],
    ['1200', '1200'],
    ['NaN', 'NaN'],
  ])('a decimal %s is %s', (stored, shown) => expect(plainNumeric(stored)).toBe(shown));
});
