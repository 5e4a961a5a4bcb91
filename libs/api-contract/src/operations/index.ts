import { z } from 'zod';
import { route } from '../wire/index.js';

/** Asked by machines at the root, not below /api/v1, and so no part of the document. */
export const health = {
  live: route({
    method: 'GET',
    path: '/health/live',
    access: 'public',
    summary: { zh: '进程在', en: 'The process runs' },
    response: z.object({ status: z.literal('ok') }),
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    summary: { zh: '可以服务', en: 'It can serve' },
    response: z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      database: z.enum(['ok', 'down']),
      workers: z.int(),
      oldestWaitingSeconds: z.int(),
    }),
  }),
};
