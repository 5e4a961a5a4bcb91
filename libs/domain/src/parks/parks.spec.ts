import { assertMoved, assertValidity, isOffered } from './index.js';

const codeOf = (act: () => void): string => {
  try {
    act();
    return 'accepted';
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe('from when on an entry may be chosen', () => {
  it.each([
    [null, null, '1999-01-01', true],
    ['2027-01-01', null, '2026-12-31', false],
    ['2027-01-01', null, '2027-01-01', true],
    [null, '2027-01-01', '2026-12-31', true],
    [null, '2027-01-01', '2027-01-01', false],
  ])('from %s, closed from %s: on %s it is %s', (validFrom, closedFrom, on, offered) => {
    expect(isOffered({ validFrom, closedFrom }, on)).toBe(offered);
  });

  it.each([
    ['2026-01-01', '2026-01-02', 'accepted'],
    ['2026-01-01', '2026-01-01', 'reference.validity'],
    ['2026-01-02', '2026-01-01', 'reference.validity'],
    [null, '2026-01-01', 'accepted'],
  ])('from %s, closed from %s: %s', (validFrom, closedFrom, code) => {
    expect(codeOf(() => assertValidity({ validFrom, closedFrom }, '/from'))).toBe(code);
  });
});

describe('a tree', () => {
  const line = (...ids: string[]) => ids.map((id, at) => ({ id, parentId: at === 0 ? null : ids[at - 1]! }));

  it('takes a node to the top, and below another one', () => {
    const nodes = [...line('a', 'b'), ...line('c')];
    expect([codeOf(() => assertMoved(nodes, 'b', null)), codeOf(() => assertMoved(nodes, 'a', 'c'))]).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it.each([
    ['itself', 'a', 'a', 'tree.circle'],
    ['one of those below it', 'a', 'c', 'tree.circle'],
    ['one that is not there', 'a', 'x', 'tree.parent'],
  ])('no node goes below %s', (_below, id, parentId, code) => {
    expect(codeOf(() => assertMoved(line('a', 'b', 'c'), id, parentId))).toBe(code);
  });

  it('has five levels at most, counted with those that move along', () => {
    const nodes = [...line('a', 'b', 'c'), ...line('d', 'e', 'f')];
    expect(codeOf(() => assertMoved(nodes, 'd', 'b'))).toBe('accepted');
    expect(codeOf(() => assertMoved(nodes, 'd', 'c'))).toBe('tree.deep');
  });

  it('says so of a new node too', () => {
    expect(codeOf(() => assertMoved(line('a', 'b', 'c', 'd', 'e'), 'new', 'e'))).toBe('tree.deep');
    expect(codeOf(() => assertMoved(line('a', 'b', 'c', 'd', 'e'), 'new', 'd'))).toBe('accepted');
  });
});
