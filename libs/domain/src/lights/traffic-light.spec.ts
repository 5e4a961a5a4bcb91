import fc from 'fast-check';
import { isRefusal } from '../refusal/index.js';
import { type Band, bandFaults, defaultBands, escalates, lights, trafficBands, trafficLight } from './traffic-light.js';

describe('worked case 5: the light of a plan to date of 6,000', () => {
  it.each([
    ['6000', 'green'],
    ['7000', 'green'],
    ['5999', 'yellow'],
    ['3000', 'yellow'],
    ['2999.999999', 'red'],
    ['2999', 'red'],
    ['0', 'red'],
  ])('%s is %s', (actual, light) => {
    expect(trafficLight('6000', actual).light).toBe(light);
  });

  it('a plan of zero is never behind', () => {
    expect(trafficLight('0', '0')).toEqual({ light: 'green', behindPercent: null });
  });

  it.each([
    [['yellow', 'yellow'], true],
    [['yellow'], false],
    [['green', 'yellow'], false],
    [['yellow', 'green'], false],
    [['red'], true],
    [['yellow', 'yellow', 'green'], false],
    [[], false],
  ] as const)('%j escalates: %s', (history, climbs) => {
    expect(escalates(history)).toBe(climbs);
  });
});

describe('a table of bands', () => {
  const [green, yellow, red] = defaultBands as [Band, Band, Band];

  it('is read in any order', () => {
    expect(trafficBands([red, green, yellow])).toEqual(defaultBands);
  });

  it.each([
    ['bands.gap', [green, { ...yellow, aboveBehind: '10' }, red]],
    ['bands.gap', [green, red]],
    ['bands.overlap', [green, { ...yellow, uptoBehind: '60' }, red]],
    ['bands.overlap', [green, yellow, { ...red, aboveBehind: '40' }]],
    ['bands.overlap', [green, green, yellow, red]],
    ['bands.open-end', [yellow, red]],
    ['bands.open-end', [green, yellow]],
    ['bands.open-end', []],
    ['bands.empty-band', [green, { ...yellow, uptoBehind: '0' }, red]],
    ['bands.range', [green, { ...yellow, uptoBehind: '101' }, { ...red, aboveBehind: '101' }]],
    ['bands.order', [{ ...green, light: 'red' }, yellow, { ...red, light: 'green' }]],
  ] as [string, Band[]][])('%s is refused', (code, bands) => {
    expect(() => trafficBands(bands)).toThrow(code);
  });

  it('gives every value exactly one light, and never a better one for less', () => {
    const rank = { red: 0, yellow: 1, green: 2 };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (plan, a, b) => {
          const lightOf = (actual: number) => rank[trafficLight(String(plan), String(actual)).light];
          expect(lightOf(Math.min(a, b))).toBeLessThanOrEqual(lightOf(Math.max(a, b)));
        },
      ),
    );
  });

  it('names all faults at once, each at its row', () => {
    const faults = bandFaults([
      { ...green, uptoBehind: '5' },
      { ...yellow, aboveBehind: '0', uptoBehind: '40' },
      { ...red, aboveBehind: '50', uptoBehind: '90' },
    ]);
    expect(faults.map(({ pointer, code, params }) => [pointer, code, params?.row])).toEqual([
      ['/1/aboveBehind', 'bands.overlap', 2],
      ['/2/aboveBehind', 'bands.gap', 3],
      ['/2/uptoBehind', 'bands.open-end', 3],
    ]);
    expect(faults[1]?.params).toMatchObject({ from: '40', to: '50', with: 2 });
  });

  it('an accepted table covers every distance exactly once; a refused one does not, or has a worse light further ahead', () => {
    const edges = fc.constantFrom(null, '0', '10', '20.5', '50', '100');
    const row = fc.record({ light: fc.constantFrom(...lights), aboveBehind: edges, uptoBehind: edges });
    const sample = ['-1000', '-0.1', '0', '0.1', '10', '10.1', '20.5', '20.6', '50', '50.01', '99.9', '100'].map(
      Number,
    );
    const holds = (band: Band, at: number) =>
      (band.aboveBehind === null || at > Number(band.aboveBehind)) &&
      (band.uptoBehind === null || at <= Number(band.uptoBehind));
    fc.assert(
      fc.property(
        fc.oneof(fc.array(row, { maxLength: 5 }), fc.shuffledSubarray([green, yellow, red], { minLength: 2 })),
        (table) => {
          const hits = [...sample, 1000].map((at) => table.filter((band) => holds(band, at)));
          const exactlyOnce = hits.every((found) => found.length === 1);
          const ranks = hits.map((found) => (found[0] ? lights.indexOf(found[0].light) : 0));
          const inOrder = ranks.every((rank, at) => at === 0 || rank >= ranks[at - 1]!);
          const empty = table.some(
            (band) =>
              band.aboveBehind !== null &&
              band.uptoBehind !== null &&
              Number(band.uptoBehind) <= Number(band.aboveBehind),
          );
          expect(bandFaults(table).length === 0).toBe(exactlyOnce && inOrder && !empty);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is refused with every fault pinned to its field', () => {
    try {
      trafficBands([yellow]);
      throw new Error('accepted');
    } catch (thrown) {
      expect(isRefusal(thrown) && thrown.errors.map(({ pointer }) => pointer)).toEqual([
        '/0/aboveBehind',
        '/0/uptoBehind',
      ]);
    }
  });
});
