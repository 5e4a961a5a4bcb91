import type { Actual } from '../commitments/index.js';
import { doubtsAbout } from './figure-doubts.js';

const tax = (wan: string, year = 2025) => ({ indicator: 'tax', year, wan }) as const;
const known = (indicator: 'tax' | 'investment', year: number, wan: string): Actual => ({
  indicator,
  year,
  wan,
  source: 'firm',
});
const why = (...given: Parameters<typeof doubtsAbout>) => doubtsAbout(...given).map((one) => one.why);

describe('a figure is asked about', () => {
  it.each([
    ['1640', []],
    ['16', []],
    ['0', []],
    ['1640000', ['promise']],
    ['16400000', ['promise']],
    ['0.164', ['promise']],
    ['164000000000', ['promise']],
    ['-85.5', ['refund']],
  ])('%s 万元 of tax against a promise of 1,640', (wan, expected) =>
    expect(why(tax(wan), '1640', [])).toEqual(expected),
  );
  it('when it is ten times the year before, not when a cumulative one decreases', () => {
    expect(why(tax('800'), null, [known('tax', 2024, '80')])).toEqual(['scale']);
    expect(why({ indicator: 'investment', year: 2025, wan: '90' }, null, [known('investment', 2024, '100')])).toEqual(
      [],
    );
  });
  it('not against a refund of the year before', () =>
    expect(why(tax('800'), null, [known('tax', 2024, '-5')])).toEqual([]));
});
