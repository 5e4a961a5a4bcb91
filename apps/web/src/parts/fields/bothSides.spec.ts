import { belowBy, otherSide } from './bothSides.js';

it.each([
  ['per-mu', '300', '16.16574', '4849.722'],
  ['total', '514', '36.84', '13.952226'],
  ['per-mu', '26.8', '36.84', '987.312'],
] as const)('%s %s on %s 亩 is %s', (master, value, areaMu, other) =>
  expect(otherSide(master, value, areaMu)).toBe(other),
);

it.each([
  [null, '1'],
  ['x', '1'],
  ['1', null],
  ['1', '0'],
  ['', '1'],
])('of %p on %p says nothing', (value, areaMu) => expect(otherSide('per-mu', value, areaMu)).toBeNull());

it('is below the standard only when it is', () => {
  expect([belowBy('29.999999', '30'), belowBy('30', '30'), belowBy('1', null), belowBy(null, '30')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
