import { coverage } from './coverage.js';
import { type Band, defaultBands } from './traffic-light.js';

const [green, yellow, red] = defaultBands as [Band, Band, Band];

describe('what a table covers', () => {
  it('the default: each stretch one light', () => {
    expect(coverage([red, green, yellow])).toEqual([
      { from: null, to: '0', lights: ['green'] },
      { from: '0', to: '50', lights: ['yellow'] },
      { from: '50', to: null, lights: ['red'] },
    ]);
  });

  it('a gap has none, an overlap two, an empty table is one gap', () => {
    expect(coverage([green, { ...yellow, uptoBehind: '40' }, red]).map(({ lights }) => lights)).toEqual([
      ['green'],
      ['yellow'],
      [],
      ['red'],
    ]);
    expect(coverage([green, { ...yellow, uptoBehind: '60.0' }, red]).map(({ lights, to }) => [lights, to])).toEqual([
      [['green'], '0'],
      [['yellow'], '50'],
      [['yellow', 'red'], '60'],
      [['red'], null],
    ]);
    expect(coverage([])).toEqual([{ from: null, to: null, lights: [] }]);
  });
});
