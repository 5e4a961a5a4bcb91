import { factsIn } from './amounts.js';
import { bookOf, knownCodes, sentenceFor } from './index.js';

const braces = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('sentences', () => {
  it.each(knownCodes)('%s is said in both languages with the same facts', (code) => {
    expect(bookOf('en')[code]?.trim()).toBeTruthy();
    expect(bookOf('zh')[code]?.trim()).toBeTruthy();
    expect(braces(bookOf('en')[code] ?? '')).toEqual(braces(bookOf('zh')[code] ?? ''));
  });

  it('fills facts in and echoes no more than 64 characters of them', () => {
    expect(sentenceFor('json.duplicate-key', { key: 'x'.repeat(500) }, 'en')).toBe(
      `The content names "${'x'.repeat(63)}…" twice.`,
    );
  });

  it('names all that may be chosen', () => {
    const choices = 'contract-ledger, annual-actuals, provincial-standards, working-days, and more';
    expect(sentenceFor('field.choice', { choices }, 'zh')).toBe(`只能是：${choices}。`);
  });

  it.each([
    ['4200', '42'],
    ['0.5', '0.005'],
    ['123456.789', '1234.56789'],
    ['0', '0'],
    ['-20000', '-200'],
    ['many', 'many'],
  ])('says %s 万元 in English as %s m', (wan, millions) => {
    expect(factsIn('approval.policy-twice', { fromWan: wan }, 'en')).toEqual({ fromWan: millions });
    expect(factsIn('approval.policy-twice', { fromWan: wan }, 'zh')).toEqual({ fromWan: wan });
  });

  it('names no Chinese unit of money in English, nor the fact of one that is not counted in millions', () => {
    expect(sentenceFor('pace.reason', { month: 3, before: '5000' }, 'en')).toContain('CNY 50 m');
    for (const [code, sentence] of Object.entries(bookOf('en'))) {
      expect(sentence).not.toMatch(/10k|100m/);
      for (const [, fact] of sentence.matchAll(/CNY \{(\w+)\} m/g))
        expect([code, factsIn(code, { [fact!]: '100' }, 'en')]).toEqual([code, { [fact!]: '1' }]);
    }
  });
});
