import { z } from 'zod';
import { id } from '../wire/index.js';
import { FollowUp } from './follow-ups.contract.js';

export const TimelineEntry = z
  .object({
    id: z.string(),
    kind: z.enum(['created', 'moved', 'transferred', 'changed', 'follow-up']),
    at: z.string(),
    actorName: z.string().nullable().meta({ description: 'null: the system' }),
    followUp: FollowUp.nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  })
  .meta({ id: 'LeadTimelineEntry' });

export const CoReport = z
  .object({
    id,
    reporterName: z.string(),
    departmentName: z.string().nullable(),
    projectName: z.string(),
    contactName: z.string(),
    reportedAt: z.string(),
  })
  .meta({ id: 'CoReport' });
export type CoReport = z.infer<typeof CoReport>;
export type TimelineEntry = z.infer<typeof TimelineEntry>;
