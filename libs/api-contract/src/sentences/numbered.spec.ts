import { numbered } from './numbered.js';

describe('English nouns after a number', () => {
  it.each([
    ['1 contract(s), 12 commitment(s)', '1 contract, 12 commitments'],
    ['0 row(s)', '0 rows'],
    ['1,201 row(s) imported', '1,201 rows imported'],
    ['1.5 month(s)', '1.5 months'],
    ['3 of 1 row(s) checked', '3 of 1 row checked'],
    ['with 1 different day(s)', 'with 1 different day'],
    ['— enterprise(s)', '— enterprises'],
    ['11 row(s)', '11 rows'],
    ['1 (day differs|days differ) in 2 year(s)', '1 day differs in 2 years'],
    ['12 of its contracts (was|were) changed', '12 of its contracts were changed'],
  ])('%s → %s', (text, said) => expect(numbered(text)).toBe(said));
});
