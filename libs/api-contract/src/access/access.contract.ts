import { z } from 'zod';
import { id, instant, line, listQuery, pageOf, route, searched, version } from '../wire/index.js';
import { ROLES } from '../permissions/index.js';

export const DATA_SCOPES = ['self', 'department', 'department-and-below', 'named', 'all'] as const;
export type DataScope = (typeof DATA_SCOPES)[number];

export const SignedInUser = z
  .object({
    id,
    username: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    departmentId: id.nullable(),
    departmentName: z.string().nullable(),
    locale: z.enum(['zh', 'en']),
  })
  .meta({ id: 'SignedInUser' });

export const Session = z
  .object({ accessToken: z.string(), expiresIn: z.int().meta({ description: 'seconds' }), user: SignedInUser })
  .meta({ id: 'SessionStart' });
const AbilityRule = z.object({
  action: z.union([z.string(), z.array(z.string())]),
  subject: z.union([z.string(), z.array(z.string())]).optional(),
  inverted: z.boolean().optional(),
});

export const User = z
  .object({
    id,
    username: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    departmentId: id.nullable(),
    departmentName: z.string().nullable(),
    dataScope: z.enum(DATA_SCOPES),
    disabled: z.boolean(),
    lockedUntil: instant.nullable().meta({ description: 'after wrong passwords' }),
    version,
  })
  .meta({ id: 'User' });
export const Department = z
  .object({ id, name: z.string(), parentId: id.nullable(), version })
  .meta({ id: 'Department' });

export const auth = {
  login: route({
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    status: 200,
    summary: { zh: '登录', en: 'Sign in' },
    description:
      'Sets an httpOnly refresh cookie. Five wrong passwords lock the account at this address for 15 minutes, fifty lock the address; an account guessed at from many addresses answers more slowly. The answer does not tell an unknown name from a wrong password.',
    body: z.strictObject({ username: line(64), password: z.string().min(1).max(256) }),
    response: Session,
    refuses: ['login.failed', 'rate.limited'],
  }),
  refresh: route({
    method: 'POST',
    path: '/auth/refresh',
    access: 'public',
    status: 200,
    summary: { zh: '续期', en: 'Renew the access token with the refresh cookie' },
    response: Session,
    refuses: ['session.ended'],
  }),
  logout: route({
    method: 'POST',
    path: '/auth/logout',
    access: 'public',
    status: 204,
    summary: { zh: '退出', en: 'Sign out' },
  }),
  me: route({
    method: 'GET',
    path: '/auth/me',
    access: 'signed-in',
    summary: { zh: '我是谁、能做什么', en: 'My account and what I may do' },
    response: z.object({ user: SignedInUser, rules: z.array(AbilityRule) }),
  }),
  demo: route({
    method: 'GET',
    path: '/auth/demo',
    access: 'public',
    summary: { zh: '演示账号', en: 'Demo accounts, if the demo data are loaded' },
    response: z.object({
      demo: z.boolean(),
      accounts: z.array(z.object({ username: z.string(), name: z.string(), role: z.enum(ROLES) })),
    }),
  }),
};

export const users = {
  list: route({
    method: 'GET',
    path: '/users',
    access: ['read', 'User'],
    summary: { zh: '用户列表', en: 'Users' },
    query: listQuery({
      filter: { q: searched, role: z.enum(ROLES), departmentId: id, disabled: z.boolean() },
      sorts: ['name', 'username', 'role'],
    }),
    response: pageOf(User),
  }),
  one: route({
    method: 'GET',
    path: '/users/:id',
    access: ['read', 'User'],
    summary: { zh: '用户', en: 'User' },
    params: z.object({ id }),
    response: User,
  }),
  unlock: route({
    method: 'POST',
    path: '/users/:id/unlock',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '解除登录锁定', en: 'Unlock' },
    description:
      'Forgets the wrong passwords of the account, and the locks of the addresses they came from. The password stays.',
    params: z.object({ id }),
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

export const departments = {
  list: route({
    method: 'GET',
    path: '/departments',
    access: ['read', 'Department'],
    summary: { zh: '部门列表', en: 'Departments' },
    query: listQuery({ filter: { q: searched }, sorts: ['name'] }),
    response: pageOf(Department),
  }),
};

export type SignedInUser = z.infer<typeof SignedInUser>;
export type User = z.infer<typeof User>;
export type UserChoice = z.infer<typeof UserChoice>;
