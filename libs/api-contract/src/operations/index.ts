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
    summary: { zh: '可以服务', en: 'The service is ready, or not (503)' },
    description:
      'Strangers learn `ok` or `down`. Who may read the system’s health sends a bearer token and gets the details; `degraded`: answers are correct, but background work waits for a worker, or is more than a minute behind.',
    response: z.object({
      status: z.enum(['ok', 'degraded', 'down']),
      database: z.enum(['ok', 'down']).optional(),
      workers: z.int().optional(),
      oldestWaitingSeconds: z.int().optional(),
      /** Rooms that could not be planned, reminders found missing, and the age of what is not planned or not sent. */
      reminders: z
        .object({
          failing: z.array(z.string()),
          missing: z.int(),
          oldestChangeSeconds: z.int(),
          oldestDueSeconds: z.int(),
        })
        .optional(),
    }),
  }),
};
