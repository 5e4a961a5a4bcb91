import { gaugeGeometry } from './gauge.js';

describe('the bar against the standard', () => {
  it('puts the standard at one third and shows promise and actual on the same scale', () => {
    expect(gaugeGeometry({ promised: '670', actual: '654.15', standard: '300' })).toEqual({
      promised: expect.closeTo(74.44, 2),
      actual: expect.closeTo(72.68, 2),
      standardAt: expect.closeTo(33.33, 2),
      beyond: false,
      percentOfStandard: expect.stringMatching(/^223\.3333/),
    });
  });

  it('draws no dark bar when nothing was reported', () => {
    expect(gaugeGeometry({ promised: '976', standard: '500' }).actual).toBeNull();
  });

  it.each([[null], [undefined], ['0']])('draws no line and gives no percentage when the standard is %p', (standard) => {
    const bar = gaugeGeometry({ promised: '350', actual: '224', standard });
    expect(bar).toEqual({ promised: 50, actual: 32, standardAt: null, beyond: false, percentOfStandard: null });
  });

  it('fills the bar and says so beyond 300 %', () => {
    const bar = gaugeGeometry({ promised: '151.1', standard: '30' });
    expect([bar.promised, bar.beyond]).toEqual([100, true]);
    expect(Number(bar.percentOfStandard)).toBeCloseTo(503.67, 2);
  });

  it('is not beyond at exactly 300 %', () => {
    expect(gaugeGeometry({ promised: '900', standard: '300' }).beyond).toBe(false);
  });

  it('stays empty without a number', () => {
    expect(gaugeGeometry({})).toEqual({
      promised: null,
      actual: null,
      standardAt: null,
      beyond: false,
      percentOfStandard: null,
    });
  });
});
