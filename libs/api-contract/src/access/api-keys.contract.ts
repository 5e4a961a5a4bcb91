import { z } from 'zod';
import { day, id, instant, line, listQuery, pageOf, route } from '../wire/index.js';
import type { Action, Subject } from '../permissions/index.js';
import { KEY_ROLES, KEY_SCOPES } from '../choices/index.js';

export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key is `crmk_` and 32 random bytes; the prefix makes a leaked key recognisable. */
export const KEY_PREFIX = 'crmk_';

/** Signatures and decisions need a person: no key may make them, whatever its role. */
const PERSONAL: readonly Action[] = ['sign', 'approve', 'verify', 'decide', 'manage'];

/** The scope narrows what the role of the key may do. */
export const keyMay = (scope: KeyScope, action: Action, subject: Subject): boolean =>
  !PERSONAL.includes(action) && (scope === 'all' || action === 'read' || (scope === 'actuals' && subject === 'Actual'));

export const ApiKey = z
  .object({
    id,
    name: z.string(),
    role: z.enum(KEY_ROLES),
    scope: z.enum(KEY_SCOPES),
    hint: z.string().meta({ description: 'the last four characters' }),
    expiresOn: z.string().nullable().meta({ description: 'valid through this day' }),
    createdBy: z.string().nullable(),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    revokedBy: z.string().nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const apiKeys = {
  list: route({
    method: 'GET',
    path: '/api-keys',
    access: ['manage', 'ApiKey'],
    summary: { zh: '接口密钥', en: 'API keys' },
    query: listQuery({
      filter: { revoked: z.boolean() },
      sorts: ['createdAt', 'name', 'lastUsedAt'],
      defaultSort: 'createdAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(ApiKey),
  }),
  create: route({
    method: 'POST',
    path: '/api-keys',
    access: ['manage', 'ApiKey'],
    status: 201,
    summary: { zh: '新建接口密钥', en: 'Create an API key' },
    description:
      'Send it as `Authorization: Bearer crmk_…`; it works on every route that its role and scope allow. The key is shown in this answer only, never again.',
    body: z.strictObject({
      name: line(60),
      role: z.enum(KEY_ROLES),
      scope: z.enum(KEY_SCOPES),
      expiresOn: day.nullable().optional(),
    }),
    response: ApiKey.extend({ key: z.string() }),
    showsSecret: true,
    refuses: ['key.expires', 'key.name'],
  }),
  revoke: route({
    method: 'POST',
    path: '/api-keys/:id/revoke',
    access: ['manage', 'ApiKey'],
    status: 200,
    summary: { zh: '吊销接口密钥', en: 'Revoke an API key' },
    description: 'The key stops working at once.',
    params: z.object({ id }),
    response: ApiKey,
    refuses: ['key.revoked'],
  }),
};

export type ApiKey = z.infer<typeof ApiKey>;
