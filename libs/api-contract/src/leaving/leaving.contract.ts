import { z } from 'zod';
import { User } from '../access/index.js';
import { HOLDING_KINDS } from '../choices/index.js';
import { ROLES } from '../permissions/index.js';
import { day, id, route } from '../wire/index.js';

const params = z.object({ id });

export const Holding = z.object({
  kind: z.enum(HOLDING_KINDS),
  count: z.int(),
  toRoles: z
    .array(z.enum(ROLES))
    .meta({ description: 'who may take it; nobody: it goes with its record, or stays as history' }),
});

export const Holdings = z.object({ data: z.array(Holding) }).meta({ id: 'Holdings' });

const handOver = z
  .array(z.strictObject({ kind: z.enum(HOLDING_KINDS), toUserId: id }))
  .max(20)
  .meta({ description: 'each kind once; what is not named stays with the person' });

const refuses = [
  ...['leaving.successor', 'leaving.kind', 'leaving.twice', 'leaving.own-request'],
  ...['assignment.twice', 'secretary.primary-exists'],
];

export const leaving = {
  holdings: route({
    method: 'GET',
    path: '/users/:id/holdings',
    access: ['manage', 'User'],
    summary: { zh: '名下有什么', en: 'What a person holds' },
    description: 'Counts by kind: what somebody else must look after once the person has left.',
    params,
    response: Holdings,
  }),
  disable: route({
    method: 'POST',
    path: '/users/:id/disable',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '停用并交接', en: 'Disable, and hand on' },
    description:
      'Without `lastDay`, or with today, the sessions of the person end at once. With a later day the account ends after it; what is named in `handOver` goes to the others now, secretary assignments on the day after. One transaction.',
    params,
    body: z.strictObject({ lastDay: day.optional(), handOver: handOver.default([]) }),
    response: User,
    refuses: ['user.self', 'user.disabled', 'user.last-administrator', 'leaving.past', ...refuses],
  }),
  handOver: route({
    method: 'POST',
    path: '/users/:id/hand-over',
    access: ['manage', 'User'],
    status: 200,
    summary: { zh: '交接名下的事', en: 'Hand on what a person holds' },
    description: 'Also for somebody who is disabled already. One transaction.',
    params,
    body: z.strictObject({ handOver: handOver.min(1) }),
    response: Holdings,
    refuses,
  }),
};

export type Holdings = z.infer<typeof Holdings>;
