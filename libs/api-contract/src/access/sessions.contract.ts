import { z } from 'zod';
import { id, instant, route } from '../wire/index.js';

export const PersonSession = z
  .object({
    id,
    address: z.string().meta({ description: 'the IP address of the sign-in' }),
    client: z.string().meta({ description: 'the User-Agent of the sign-in, at most 200 characters' }),
    createdAt: instant.meta({ description: 'the sign-in' }),
    lastSeenAt: instant.meta({ description: 'last used, exact to a minute' }),
    expiresAt: instant.meta({ description: 'ends then at the latest' }),
    current: z.boolean().meta({ description: 'the session that asks' }),
  })
  .meta({ id: 'PersonSession' });

const sessions = z.object({
  data: z.array(PersonSession).meta({ description: 'open ones, the latest sign-in first' }),
});
const ended = z.object({ ended: z.int().meta({ description: 'how many sessions' }) });
const ofPerson = z.object({ id });
const oneOfPerson = z.object({ id, sessionId: id });

/** Where one is signed in oneself. */
export const ownSessions = {
  list: route({
    method: 'GET',
    path: '/auth/sessions',
    access: 'signed-in',
    summary: { zh: '我在哪里登录着', en: 'Where I am signed in' },
    response: sessions,
  }),
  end: route({
    method: 'POST',
    path: '/auth/sessions/:sessionId/end',
    access: 'signed-in',
    status: 200,
    summary: { zh: '结束我的一处登录', en: 'End one of my sessions' },
    description:
      'It is refused from then on; a request under way may take a second to notice. 404 if it is not mine or has ended.',
    params: z.object({ sessionId: id }),
    response: ended,
  }),
  endOthers: route({
    method: 'POST',
    path: '/auth/sessions/end-others',
    access: 'signed-in',
    status: 200,
    summary: { zh: '结束我的其他登录', en: 'End my other sessions' },
    description: 'All sessions but the one that asks.',
    response: ended,
  }),
};

/** The sessions of a person, for an administrator. */
export const userSessions = {
  list: route({
    method: 'GET',
    path: '/users/:id/sessions',
    access: ['manage', 'Session'],
    summary: { zh: '某人在哪里登录着', en: 'Where a person is signed in' },
    params: ofPerson,
    response: sessions,
  }),
  end: route({
    method: 'POST',
    path: '/users/:id/sessions/:sessionId/end',
    access: ['manage', 'Session'],
    status: 200,
    summary: { zh: '结束某人的一处登录', en: 'End a session of a person' },
    params: oneOfPerson,
    response: ended,
  }),
  endAll: route({
    method: 'POST',
    path: '/users/:id/sessions/end',
    access: ['manage', 'Session'],
    status: 200,
    summary: { zh: '结束某人的全部登录', en: 'End all sessions of a person' },
    params: ofPerson,
    response: ended,
  }),
};

export type PersonSession = z.infer<typeof PersonSession>;
