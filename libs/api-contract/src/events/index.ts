import { z } from 'zod';
import { route } from '../wire/index.js';

/** The `data:` of an event; `event:` repeats the topic. */
export const LiveMessage = z
  .object({
    topic: z.string(),
    id: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  })
  .meta({ id: 'LiveMessage' });
export type LiveMessage = z.infer<typeof LiveMessage>;

export const events = {
  stream: route({
    method: 'GET',
    path: '/events',
    access: 'signed-in',
    stream: true,
    summary: { zh: '实时事件', en: 'Live events' },
    description:
      'Server-sent events, by bearer token or session cookie. Topics: `reminders` (count again), `imports` (progress), names of resources (a record changed), `resync` (messages may be missing: load again). Ids and counts only. A comment every 15 s keeps the connection open; it ends with the session.',
  }),
};
