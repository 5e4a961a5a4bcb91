import { followUpKinds } from '@crm/domain/leads';
import { z } from 'zod';
import { day, id, line, listQuery, pageOf, route, text } from '../wire/index.js';

export const FollowUp = z
  .object({
    id,
    leadId: id,
    kind: z.enum(followUpKinds),
    onDay: z.string(),
    met: z.string(),
    result: z.string(),
    nextStep: z.string().nullable(),
    nextOn: z.string().nullable(),
    authorId: id,
    authorName: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'FollowUp' });

export const followUps = {
  list: route({
    method: 'GET',
    path: '/follow-ups',
    access: ['read', 'FollowUp'],
    summary: { zh: '跟进列表', en: 'Follow-ups' },
    query: listQuery({
      filter: { leadId: id, kind: z.enum(followUpKinds), mine: z.boolean() },
      sorts: ['onDay', 'createdAt'],
      defaultSort: 'onDay',
      defaultOrder: 'desc',
    }),
    response: pageOf(FollowUp),
  }),
  create: route({
    method: 'POST',
    path: '/leads/:id/follow-ups',
    access: ['create', 'FollowUp'],
    status: 201,
    summary: { zh: '记跟进', en: 'Add a follow-up' },
    params: z.object({ id }),
    description: 'The next step and its day become those of the lead.',
    body: z.strictObject({
      kind: z.enum(followUpKinds),
      onDay: day,
      met: text({ max: 200 }).optional(),
      result: text({ min: 1, max: 2_000, lines: true }),
      nextStep: line(200).optional(),
      nextOn: day.optional(),
    }),
    response: FollowUp,
    refuses: ['date.future', 'lead.next-step'],
  }),
};
export type FollowUp = z.infer<typeof FollowUp>;
