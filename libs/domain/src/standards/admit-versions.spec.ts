import fc from 'fast-check';
import { admitVersions } from './admit-versions.js';
import { aStandard } from './provincial-standard.example.js';
import { validityOverlaps, sameKey, type ProvincialStandard } from './provincial-standard.js';

const open2021 = aStandard('tax', 'open').of('30').row;
const next = (id = 'next') => aStandard('tax', id).of('35').from('2024-01-01').row;
const answers = (existing: ProvincialStandard[], candidates: ProvincialStandard[], closing = false) =>
  admitVersions(existing, candidates, closing).map(({ is }) => is);

describe('adding versions of standards', () => {
  it.each<[string, ProvincialStandard[], ProvincialStandard, object]>([
    ['a key nobody has', [open2021], aStandard('output', 'new').row, { is: 'new' }],
    ['the same once more', [open2021], aStandard('tax', 'again').of('30.00').row, { is: 'unchanged' }],
    [
      'another value from the same day',
      [open2021],
      aStandard('tax', 'other').of('31').row,
      { is: 'differs', fields: ['perMuWan'] },
    ],
    [
      '不设 where a value was',
      [open2021],
      aStandard('tax', 'unset').of(null).row,
      { is: 'differs', fields: ['perMuWan'] },
    ],
    [
      'after an open-ended one',
      [open2021],
      next(),
      { is: 'follows-open', with: 'open', validFrom: '2021-01-01', closesOn: '2023-12-31' },
    ],
    [
      'before an open-ended one',
      [open2021],
      aStandard('tax', 'early').from('2020-01-01').row,
      { is: 'overlap', with: 'open', validFrom: '2021-01-01', validTo: null },
    ],
    [
      'inside a closed one',
      [{ ...open2021, validTo: '2024-12-31' }],
      next(),
      { is: 'overlap', with: 'open', validFrom: '2021-01-01', validTo: '2024-12-31' },
    ],
    [
      'a closed one, as the open row it came from',
      [{ ...open2021, validTo: '2023-12-31' }, next()],
      aStandard('tax', 'again').of('30').row,
      { is: 'unchanged' },
    ],
    [
      'a closed one nobody follows',
      [{ ...open2021, validTo: '2023-12-31' }],
      aStandard('tax', 'again').of('30').row,
      { is: 'differs', fields: ['validTo'] },
    ],
  ])('%s', (_, existing, candidate, expected) => {
    expect(admitVersions(existing, [candidate], false)).toEqual([expected]);
  });

  it('closes the open-ended predecessor the day before, once confirmed', () => {
    expect(admitVersions([open2021], [next()], true)).toEqual([{ is: 'new', closes: 'open', closesOn: '2023-12-31' }]);
  });

  it('takes a whole history at once, whatever its order, each version closing the one before', () => {
    const history = [aStandard('tax', 'c').from('2026-01-01').row, next('b'), open2021];
    expect(answers([], history)).toEqual(['follows-open', 'follows-open', 'new']);
    expect(admitVersions([], history, true)).toEqual([
      { is: 'new', closes: 'b', closesOn: '2025-12-31' },
      { is: 'new', closes: 'open', closesOn: '2023-12-31' },
      { is: 'new' },
    ]);
  });

  it('reports a repeated row', () => {
    expect(admitVersions([], [next('one'), next('two')], true)).toEqual([
      { is: 'new' },
      { is: 'repeats', with: 'one' },
    ]);
  });

  it('whatever is admitted, no day has two versions of one key', () => {
    const version = fc.record({
      id: fc.uuid(),
      from: fc.integer({ min: 2015, max: 2030 }),
      length: fc.option(fc.integer({ min: 1, max: 5 })),
      park: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 8 }), fc.boolean(), (drawn, closing) => {
        const candidates = drawn.map(
          ({ id, from, length, park }) =>
            (park ? aStandard('tax', id).inPark('meian') : aStandard('tax', id))
              .from(`${from}-01-01`)
              .to(length === null ? null : `${from + length}-12-31`).row,
        );
        const admissions = admitVersions([], candidates, closing);
        const ends = new Map(
          admissions.flatMap((one) => (one.is === 'new' && one.closes ? [[one.closes, one.closesOn!] as const] : [])),
        );
        const kept = candidates
          .filter((_, at) => admissions[at]!.is === 'new')
          .map((row) => ({ ...row, validTo: ends.get(row.id) ?? row.validTo }));
        for (const [at, a] of kept.entries())
          for (const b of kept.slice(at + 1)) expect(sameKey(a, b) && validityOverlaps(a, b)).toBe(false);
      }),
    );
  });
});
