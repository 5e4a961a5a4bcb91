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

  describe('counts in English', () => {
    const said = (code: string, n: number) => {
      const facts = [...(bookOf('en')[code] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, n]);
      return sentenceFor(code, Object.fromEntries(facts), 'en');
    };
    /** Words after a number that end like a plural and are none, or a plural that the number does not count. */
    const NO_PLURAL =
      /^(?:is|was|has|its|does|this|belongs|appears|differs|means|begins|ends|stops|uses|times|overlaps|class|needs|values|besides)$/;

    it.each(knownCodes)('%s: one is one, and five are five', (code) => {
      const [one, five] = [said(code, 1), said(code, 5)];
      for (const sentence of [one, five]) expect(sentence).not.toMatch(/\(s\)|\|/);
      const plural = [...one.matchAll(/(?<![\d.,] )\b1(?: [a-z-]+)? ([a-z]+s)\b/g)]
        .map(([, word]) => word!)
        .filter((word) => !NO_PLURAL.test(word));
      expect(plural).toEqual([]);
      expect(one).not.toMatch(/\b1 [a-z -]*\b(?:are|were|have|need|differ)\b/);
      expect(five).not.toMatch(/\b5 (?:second|row|day|field|contract|file|enterprise|level|approval|clause|person)\b/);
    });

    it('what a person typed is not counted', () =>
      expect(sentenceFor('json.duplicate-key', { key: '1 row(s)' }, 'en')).toBe('The content names "1 row(s)" twice.'));
  });
});
