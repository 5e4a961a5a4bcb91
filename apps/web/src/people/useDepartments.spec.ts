import { inTreeOrder } from './useDepartments.js';

const department = (id: string, parentId: string | null, people = 0, closed = false) => ({
  id,
  name: id,
  parentId,
  people,
  closed,
  mergedIntoId: null,
  version: 1,
});

it('each department stands before those below it, and counts their people', () => {
  const tree = inTreeOrder([
    department('一部', '局', 3),
    department('局', null, 1),
    department('组', '一部', 2),
    department('审计室', null),
    department('旧部', '局', 0, true),
  ]);
  expect(tree.map(({ path, depth, total }) => [path, depth, total])).toEqual([
    ['局', 0, 6],
    ['局 / 一部', 1, 5],
    ['局 / 一部 / 组', 2, 2],
    ['审计室', 0, 0],
  ]);
});

it('a department below a closed one stands at the top, not nowhere', () => {
  const tree = inTreeOrder([department('旧部', null, 0, true), department('组', '旧部', 2)]);
  expect(tree.map(({ path, depth }) => [path, depth])).toEqual([['组', 0]]);
});
