import { Where, startingWith } from './where.js';

describe('conditions of a query', () => {
  it('numbers values in the order they come', () => {
    const where = new Where(['first']).and('a = ? OR b = ?', 1, 2).given(undefined, 'c = ?').given('x', 'd = ?');
    expect(where.sql).toBe('WHERE (a = $2 OR b = $3) AND (d = $4)');
    expect(where.values).toEqual(['first', 1, 2, 'x']);
  });

  it('refuses a value without a place', () => expect(() => new Where().and('a = ?', 1, 2)).toThrow('takes 1 values'));
  it('takes wildcards as they stand', () => expect(startingWith('50%_\\')).toBe('50\\%\\_\\\\%'));
});
