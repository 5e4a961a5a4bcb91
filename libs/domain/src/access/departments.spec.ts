import { DEEPEST, admitMerge, admitPlace, upwards } from './departments.js';

/** 局 over 一部 and 二部; 一部 over 组. */
const tree = [
  { id: '局', parentId: null },
  { id: '一部', parentId: '局' },
  { id: '二部', parentId: '局' },
  { id: '组', parentId: '一部' },
];
const code = (act: () => void): string => {
  try {
    act();
    return '';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the tree of departments', () => {
  it('leads from a department to the top', () => expect(upwards(tree, '组')).toEqual(['组', '一部', '局']));

  it.each([
    ['一部', '二部', ''],
    ['一部', null, ''],
    ['局', '组', 'department.circle'],
    ['一部', '一部', 'department.circle'],
    [null, '组', ''],
  ])('%s below %s: %p', (id, parentId, refusal) => expect(code(() => admitPlace(tree, id, parentId))).toBe(refusal));

  it(`is ${DEEPEST} levels deep at most, with what stands below what is moved`, () => {
    const line = Array.from({ length: DEEPEST }, (_, n) => ({ id: `${n}`, parentId: n === 0 ? null : `${n - 1}` }));
    expect(code(() => admitPlace(line, null, `${DEEPEST - 1}`))).toBe('department.depth');
    expect(code(() => admitPlace(line, null, `${DEEPEST - 2}`))).toBe('');
    expect(code(() => admitPlace([...line, ...tree], '一部', `${DEEPEST - 2}`))).toBe('department.depth');
    expect(code(() => admitPlace([...line, ...tree], '一部', `${DEEPEST - 3}`))).toBe('');
    expect(code(() => admitMerge([...line, ...tree], '一部', `${DEEPEST - 1}`))).toBe('department.depth');
  });

  it('merges into a neighbour or upwards, never into what it holds', () => {
    expect(['二部', '局', '组', '一部'].map((into) => code(() => admitMerge(tree, '一部', into)))).toEqual([
      '',
      '',
      'department.circle',
      'department.circle',
    ]);
  });
});
