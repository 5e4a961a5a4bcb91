import { z } from 'zod';
import { id, line, route } from '../wire/index.js';
import type { DATA_SCOPES } from '../choices/index.js';
import { ROLES } from '../permissions/index.js';

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

const mustChangePassword = z.boolean().meta({
  description:
    'signed in with a secret of an administrator: every route but `POST /auth/password` is refused until then',
});

export const Session = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int().meta({ description: 'seconds' }),
    user: SignedInUser,
    mustChangePassword,
  })
  .meta({ id: 'SessionStart' });
const AbilityRule = z.object({
  action: z.union([z.string(), z.array(z.string())]),
  subject: z.union([z.string(), z.array(z.string())]).optional(),
  inverted: z.boolean().optional(),
});

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
    refuses: ['login.failed', 'login.secret-expired', 'rate.limited'],
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
    response: z.object({ user: SignedInUser, rules: z.array(AbilityRule), mustChangePassword }),
  }),
  password: route({
    method: 'POST',
    path: '/auth/password',
    access: 'signed-in',
    status: 204,
    summary: { zh: '修改自己的密码', en: 'Change my password' },
    description:
      'At least 12 characters of any kind; common passwords and those with the name of the account, the person or the zone are refused. The other sessions of the person end; this one stays.',
    body: z.strictObject({ current: z.string().min(1).max(256), new: z.string().min(1).max(1_024) }),
    refuses: [
      'password.current',
      'password.same',
      'password.short',
      'password.long',
      'password.common',
      'password.own-words',
      'password.none',
      'rate.limited',
    ],
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

export type SignedInUser = z.infer<typeof SignedInUser>;
