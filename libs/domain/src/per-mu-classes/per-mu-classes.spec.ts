import { roundForShow } from '../quantities/index.js';
import { defaultScoreItems, perMuClasses, perMuScore } from './per-mu-classes.js';

const values = {
  'tax-per-mu': '18',
  'added-value-per-mu': '100',
  'added-value-per-energy': '2.0',
  'added-value-per-emission': '4000',
  'labour-productivity': '15',
  'rd-share': '0.04',
};
const counts = (classes: ReadonlyMap<string, string>) =>
  ['A', 'B', 'C', 'D'].map((name) => [...classes.values()].filter((own) => own === name).length);
const firms = (n: number, score = (i: number) => String(1000 - i)) =>
  Array.from({ length: n }, (_, i) => ({ id: `firm-${String(i).padStart(3, '0')}`, score: score(i) }));

describe('worked case 11: per-mu classes', () => {
  it('the score is 81.57, and 78.33 when no item may bring more than its weight', () => {
    expect(roundForShow(perMuScore(values).score, 2)).toBe('81.57');
    const { score, parts } = perMuScore(values, { capped: true });
    expect([roundForShow(score, 2), parts.filter((part) => part.capped).map((part) => part.key)]).toEqual([
      '78.33',
      ['rd-share'],
    ]);
  });

  it('40 firms at 20/40/35/5 % are 8, 16, 14 and 2', () => {
    expect(counts(perMuClasses(firms(40)))).toEqual([8, 16, 14, 2]);
  });

  it.each([
    [0, [0, 0, 0, 0]],
    [1, [0, 1, 0, 0]],
    [7, [1, 3, 3, 0]],
    [106, [21, 43, 37, 5]],
  ])('%i firms are %j', (n, expected) => {
    expect(counts(perMuClasses(firms(n)))).toEqual(expected);
  });

  it('equal scores share the better class', () => {
    expect(counts(perMuClasses(firms(40, (i) => (i < 10 ? '90' : String(80 - i)))))).toEqual([10, 14, 14, 2]);
    expect(new Set(perMuClasses(firms(40, () => '60')).values())).toEqual(new Set(['A']));
  });

  it.each([
    ['score.weights', () => perMuScore(values, { items: defaultScoreItems.slice(1) })],
    ['score.base', () => perMuScore(values, { items: [{ key: 'rd-share', base: '0', weight: '100' }] })],
    [
      'score.value-missing',
      () => perMuScore({ ...values, constructor: '1' }, { items: [{ key: 'toString', base: '1', weight: '100' }] }),
    ],
    ['class.percent', () => perMuClasses(firms(3), [{ name: 'A', percent: '99.99' }])],
  ])('refuses with %s', (code, act) => {
    expect(act).toThrow(code);
  });
});
