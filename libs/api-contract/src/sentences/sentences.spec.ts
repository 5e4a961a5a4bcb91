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
});
