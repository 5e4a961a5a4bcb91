import { z } from 'zod';
import { route } from '../wire/index.js';

/** For machines, at the root and not below /api/v1; therefore not in docs/openapi.json. */
export const health = {
  live: route({
    method: 'GET',
    path: '/health/live',
    access: 'public',
    summary: { zh: '进程在', en: 'The process is running' },
    response: z.object({ status: z.literal('ok') }),
  }),
  ready: route({
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    summary: { zh: '可以服务', en: 'The service is ready' },
    response: z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      database: z.enum(['ok', 'down']),
      workers: z.int(),
      oldestWaitingSeconds: z.int(),
      /** Rooms that could not be planned, reminders found missing, and the age of what is not planned or not sent. */
      reminders: z.object({
        failing: z.array(z.string()),
        missing: z.int(),
        oldestChangeSeconds: z.int(),
        oldestDueSeconds: z.int(),
      }),
    }),
  }),
};
