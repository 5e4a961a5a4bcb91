import fc from 'fast-check';
import { type Band, defaultBands, escalates, trafficBands, trafficLight } from './index.js';

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

  it('a plan of nought is never behind', () => {
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
  ])('%s is refused', (code, bands) => {
    expect(() => trafficBands(bands)).toThrow(code);
  });

  it('gives every value exactly one light, and never a better one for less', () => {
    const rank = { red: 0, yellow: 1, green: 2 };
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 10 ** 9 }), (plan, a, b) => {
      const lightOf = (actual: number) => rank[trafficLight(String(plan), String(actual)).light];
      expect(lightOf(Math.min(a, b))).toBeLessThanOrEqual(lightOf(Math.max(a, b)));
    }));
  });
});
