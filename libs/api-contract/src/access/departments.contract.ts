import { z } from 'zod';
import { id, line, listQuery, pageOf, route, searched, version } from '../wire/index.js';

export const Department = z
  .object({
    id,
    name: z.string(),
    parentId: id.nullable(),
    closed: z.boolean(),
    mergedIntoId: id.nullable(),
    people: z.int().meta({ description: 'enabled people in it, without those below' }),
    version,
  })
  .meta({ id: 'Department' });

const params = z.object({ id });
const name = line(60);
const parentId = id.nullable();
const placeRefuses = ['department.name', 'department.unknown', 'department.closed', 'department.depth'];

/** A tree. What is used is never deleted: a department is closed, or merged into another one. */
export const departments = {
  list: route({
    method: 'GET',
    path: '/departments',
    access: ['read', 'Department'],
    summary: { zh: '部门列表', en: 'Departments' },
    query: listQuery({ filter: { q: searched, closed: z.boolean() }, sorts: ['name'] }),
    response: pageOf(Department),
  }),
  one: route({
    method: 'GET',
    path: '/departments/:id',
    access: ['read', 'Department'],
    summary: { zh: '部门', en: 'Department' },
    params,
    response: Department,
  }),
  create: route({
    method: 'POST',
    path: '/departments',
    access: ['manage', 'Department'],
    status: 201,
    summary: { zh: '新建部门', en: 'Create a department' },
    body: z.strictObject({ name, parentId: parentId.default(null) }),
    response: Department,
    refuses: placeRefuses,
  }),
  update: route({
    method: 'PATCH',
    path: '/departments/:id',
    access: ['manage', 'Department'],
    guarded: true,
    summary: { zh: '改名或移动部门', en: 'Rename or move a department' },
    description: 'Its people and the departments below it move with it. Six levels at most.',
    params,
    body: z.strictObject({ name, parentId }).partial(),
    response: Department,
    refuses: [...placeRefuses, 'department.circle'],
  }),
  close: route({
    method: 'POST',
    path: '/departments/:id/close',
    access: ['manage', 'Department'],
    status: 200,
    summary: { zh: '撤销部门', en: 'Close a department' },
    description: 'Only without enabled people and without open departments below it. Its history keeps its name.',
    params,
    response: Department,
    refuses: ['department.closed', 'department.in-use'],
  }),
  reopen: route({
    method: 'POST',
    path: '/departments/:id/reopen',
    access: ['manage', 'Department'],
    status: 200,
    summary: { zh: '恢复部门', en: 'Reopen a department' },
    params,
    response: Department,
    refuses: ['department.open', 'department.name', 'department.closed'],
  }),
  merge: route({
    method: 'POST',
    path: '/departments/:id/merge',
    access: ['manage', 'Department'],
    status: 200,
    summary: { zh: '并入另一部门', en: 'Merge into another department' },
    description:
      'People, the departments below it and named data scopes move to the other; this one is closed. One transaction.',
    params,
    body: z.strictObject({ intoId: id }),
    response: Department,
    refuses: [...placeRefuses, 'department.circle'],
  }),
};

export type Department = z.infer<typeof Department>;
