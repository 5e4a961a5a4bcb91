import fc from 'fast-check';
import { defaultClassBands, defaultScoreItems, perMuClasses, perMuScore } from './per-mu-classes.js';
import { classMove, formulaFaults, rankFirms, type Formula } from './rounds.js';

const formula: Formula = { items: defaultScoreItems, capped: false, bands: defaultClassBands };
const complete = (id: string, tax: string) => ({
  id,
  values: {
    'tax-per-mu': tax,
    'added-value-per-mu': '100',
    'added-value-per-energy': '2',
    'added-value-per-emission': '4000',
    'labour-productivity': '15',
    'rd-share': '0.04',
  },
});

describe('a formula', () => {
  it('accepts the default', () => expect(formulaFaults(formula)).toEqual([]));

  it('names all faults at their rows', () => {
    const [first, ...others] = defaultScoreItems;
    const faults = formulaFaults({
      items: [{ ...first!, base: '0' }, { ...first!, weight: '0' }, ...others],
      bands: [
        { name: 'A', percent: '120' },
        { name: 'A', percent: '0' },
      ],
    });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/items/0/base', 'score.base'],
      ['/items/1/key', 'score.item-twice'],
      ['/items/1/weight', 'score.weight'],
      ['/bands/1/name', 'class.twice'],
      ['/bands/1/percent', 'class.share'],
      ['/bands', 'class.percent'],
    ]);
    expect(formulaFaults({ ...formula, items: others })).toMatchObject([
      { pointer: '/items', code: 'score.weights', params: { sum: '70' } },
    ]);
  });
});

describe('a ranking', () => {
  it('a firm without a value is listed and counts in no share', () => {
    const { ranked, notScorable } = rankFirms(
      [complete('a', '18'), { id: 'b', values: { 'tax-per-mu': '99' } }, complete('c', '30')],
      formula,
    );
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['c', 1],
      ['a', 2],
    ]);
    expect(notScorable).toEqual([{ id: 'b', missing: defaultScoreItems.slice(1).map(({ key }) => key) }]);
  });

  it('equal scores share rank and class, and the next rank counts them', () => {
    expect(
      rankFirms(
        ['9', '9', '5'].map((tax, at) => complete(`f${at}`, tax)),
        formula,
      ).ranked.map(({ rank }) => rank),
    ).toEqual([1, 1, 3]);
  });

  it.each([
    ['B', 'A', 'up'],
    ['A', 'C', 'down'],
    ['C', 'C', 'same'],
    [null, 'A', 'new'],
    ['E', 'A', 'new'],
  ])('%s before and %s now is %s', (before, now, move) => expect(classMove(before, now, defaultClassBands)).toBe(move));
});

describe('for any values', () => {
  const value = fc.integer({ min: 0, max: 10 ** 6 }).map(String);

  it('a higher value never scores less, and exactly the same once capped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...defaultScoreItems), value, value, fc.boolean(), ({ key, base }, a, b, capped) => {
        const score = (own: string) => perMuScore({ ...complete('x', '18').values, [key]: own }, { capped }).score;
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        expect(score(more).gte(score(less))).toBe(true);
        if (capped && Number(less) >= Number(base)) expect(score(more).eq(score(less))).toBe(true);
      }),
    );
  });

  it('every enterprise has one class, a lower score never a better one, and only ties change the shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (scores) => {
        const firms = scores.map((score, at) => ({ id: `f${String(at).padStart(3, '0')}`, score: String(score) }));
        const classes = perMuClasses(firms);
        expect(classes.size).toBe(firms.length);
        const place = (id: string) => defaultClassBands.findIndex(({ name }) => name === classes.get(id));
        for (const a of firms)
          for (const b of firms)
            if (Number(a.score) > Number(b.score)) expect(place(a.id)).toBeLessThanOrEqual(place(b.id));
        let share = 0;
        for (const [at, band] of defaultClassBands.entries()) {
          share += Number(band.percent);
          const cut = Math.round((share * firms.length) / 100 + 1e-9);
          const within = firms.filter(({ id }) => place(id) <= at);
          const lowest = Math.min(...within.map(({ score }) => Number(score)));
          expect(within.length).toBeGreaterThanOrEqual(cut);
          expect(within.filter(({ score }) => Number(score) > lowest).length).toBeLessThan(Math.max(cut, 1));
        }
      }),
    );
  });
});
