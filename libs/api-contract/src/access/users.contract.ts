import { z } from 'zod';
import { day, coded, id, instant, line, listQuery, pageOf, route, searched, version } from '../wire/index.js';
import { DATA_SCOPES } from '../choices/index.js';
import { ROLES } from '../permissions/index.js';

export const User = z
  .object({
    id,
    username: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    departmentId: id.nullable(),
    departmentName: z.string().nullable(),
    dataScope: z.enum(DATA_SCOPES),
    departmentIds: z.array(id).meta({ description: 'of scope `named`' }),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    disabled: z.boolean(),
    lockedUntil: instant.nullable().meta({ description: 'after wrong passwords' }),
    startingUntil: instant.nullable().meta({
      description: 'a starting secret is valid until then; null once the person has a password of their own',
    }),
    lastSignInAt: instant.nullable(),
    idle: z.boolean().meta({ description: 'enabled, and not signed in for 90 days' }),
    lastDay: day.nullable().meta({ description: 'leaves after this day' }),
    createdAt: instant,
    createdBy: z.string().nullable(),
    version,
  })
  .meta({ id: 'User' });

/** The one answer that shows a starting secret. */
export const UserWithSecret = User.extend({
  initialPassword: z.string().meta({ description: 'shown once; valid for 24 hours, until the person has set another' }),
}).meta({ id: 'UserWithSecret' });

/** Letters, digits and `. _ -`, at least two. Refuses `username.format`. */
export const username = line(32).check((context) => {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]+$/u.test(context.value))
    context.issues.push({ code: 'custom', message: 'name', input: context.value, ...coded('username.format') });
});

const said = (pattern: RegExp, code: string, max: number) =>
  line(max).check((context) => {
    if (!pattern.test(context.value))
      context.issues.push({ code: 'custom', message: code, input: context.value, ...coded(code) });
  });
const email = said(/^[^\s@<>,;"]+@[^\s@<>,;".]+(\.[^\s@<>,;".]+)+$/, 'email.format', 120).nullable();
const phone = said(/^\+?\d[\d -]{4,22}\d(转\d{1,6})?$/u, 'person.phone', 32).nullable();

const fields = {
  name: line(40),
  role: z.enum(ROLES),
  departmentId: id.nullable(),
  dataScope: z.enum(DATA_SCOPES),
  departmentIds: z.array(id).max(100).meta({ description: 'only with scope `named`' }),
  email,
  phone,
};
const scopeRefuses = ['scope.departments', 'department.unknown', 'department.closed'];
const params = z.object({ id });

export const users = {
  list: route({
    method: 'GET',
    path: '/users',
    access: ['read', 'User'],
    summary: { zh: '用户列表', en: 'Users' },
    query: listQuery({
      filter: {
        q: searched,
        role: z.enum(ROLES),
        departmentId: id,
        branchId: id.meta({ description: 'the department and those below it' }),
        disabled: z.boolean(),
        idle: z.boolean(),
        waiting: z.boolean().meta({ description: 'has not set a password yet' }),
        locked: z.boolean(),
      },
      sorts: ['name', 'username', 'role', 'lastSignInAt'],
    }),
    response: pageOf(User),
  }),
  counts: route({
    method: 'GET',
    path: '/users/counts',
    access: ['read', 'User'],
    summary: { zh: '用户人数', en: 'How many users' },
    tells: 'nothing',
    response: z.object({
      enabled: z.int(),
      idle: z.int(),
      waiting: z.int(),
      locked: z.int(),
      disabled: z.int(),
      administrators: z.int().meta({ description: 'enabled' }),
    }),
  }),
  one: route({
    method: 'GET',
    path: '/users/:id',
    access: ['read', 'User'],
    summary: { zh: '用户', en: 'User' },
    params,
    response: User,
  }),
  create: route({
    method: 'POST',
    path: '/users',
    access: ['manage', 'User'],
    status: 201,
    summary: { zh: '新建用户', en: 'Create a user' },
    description:
      'Answers with a random starting secret, shown only here, valid for 24 hours. Whoever signs in with it must set a password first.',
    body: z.strictObject({
      username,
      name: fields.name,
      role: fields.role,
      departmentId: fields.departmentId.default(null),
      dataScope: fields.dataScope,
      departmentIds: fields.departmentIds.default([]),
      email: fields.email.default(null),
      phone: fields.phone.default(null),
    }),
    response: UserWithSecret,
    showsSecret: true,
    refuses: ['user.username', 'username.format', 'email.format', 'person.phone', ...scopeRefuses],
  }),
  update: route({
    method: 'PATCH',
    path: '/users/:id',
    access: ['manage', 'User'],
    guarded: true,
    summary: { zh: '修改用户', en: 'Change a user' },
    description: 'Takes effect with the next request of the person.',
    params,
    body: z.strictObject(fields).partial(),
    response: User,
    refuses: ['user.last-administrator', 'email.format', 'person.phone', ...scopeRefuses],
  }),
  enable: route({
    method: 'POST',
    path: '/users/:id/enable',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '启用', en: 'Enable' },
    description:
      'The password stays; ended sessions do not come back. Also takes back a last day that is still to come.',
    params,
    response: User,
    refuses: ['user.enabled', 'department.closed'],
  }),
  resetPassword: route({
    method: 'POST',
    path: '/users/:id/reset-password',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '重置密码', en: 'Reset the password' },
    description: 'A new starting secret, shown only here. The sessions of the person end.',
    params,
    response: UserWithSecret,
    showsSecret: true,
    refuses: ['user.self', 'user.disabled'],
  }),
  unlock: route({
    method: 'POST',
    path: '/users/:id/unlock',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '解除登录锁定', en: 'Unlock' },
    description:
      'Forgets the wrong passwords of the account, and the locks of the addresses they came from. The password stays.',
    params,
    response: User,
  }),
};

/** What a person is chosen for: to own leads, or to be a secretary of enterprises. */
export const TASKS = ['leads', 'enterprises'] as const;

export const UserChoice = z
  .object({
    id,
    name: z.string(),
    departmentName: z.string().nullable().meta({ description: 'tells two people of one name apart' }),
  })
  .meta({ id: 'UserChoice' });

export const userChoices = {
  list: route({
    method: 'GET',
    path: '/user-choices',
    access: ['choose', 'User'],
    summary: { zh: '选人', en: 'People to choose from' },
    description:
      'Names and departments only. Without `ids`, disabled people are left out; with them, they are named too, since records may still show them.',
    query: listQuery({ filter: { q: searched, task: z.enum(TASKS) }, sorts: ['name'] }),
    response: pageOf(UserChoice),
  }),
};

export type User = z.infer<typeof User>;
export type UserWithSecret = z.infer<typeof UserWithSecret>;
export type UserChoice = z.infer<typeof UserChoice>;
