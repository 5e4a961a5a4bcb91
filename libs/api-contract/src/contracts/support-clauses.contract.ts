import { z } from 'zod';
import { day, id, instant, line, note, route } from '../wire/index.js';

export const SupportClause = z
  .object({
    id,
    contractId: id,
    text: z.string(),
    endsOn: z.string(),
    enteredBy: z.string().nullable(),
    knownFrom: instant,
  })
  .meta({ id: 'SupportClause' });

const response = z.object({
  data: z.array(SupportClause).meta({ description: 'in force; the first to end comes first' }),
});

/**
 * 扶持条款: support promised to the enterprise, and its last day. Reminders come 90, 30 and 7 days before (rule
 * `support.expiring`).
 */
export const supportClauses = {
  list: route({
    method: 'GET',
    path: '/contracts/:id/support-clauses',
    access: ['read', 'Contract'],
    summary: { zh: '扶持条款', en: 'Support clauses of a contract' },
    params: z.object({ id }),
    response,
  }),
  create: route({
    method: 'POST',
    path: '/contracts/:id/support-clauses',
    access: ['decide', 'Contract'],
    status: 201,
    summary: { zh: '登记扶持条款', en: 'Add a support clause' },
    params: z.object({ id }),
    body: z.strictObject({ text: line(200), endsOn: day }),
    response,
    refuses: ['contract.not-signed'],
  }),
  end: route({
    method: 'POST',
    path: '/contracts/:id/support-clauses/:clauseId/end',
    access: ['decide', 'Contract'],
    status: 200,
    summary: { zh: '终止扶持条款', en: 'End a support clause' },
    params: z.object({ id, clauseId: id }),
    body: z.strictObject({
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response,
  }),
};

export type SupportClause = z.infer<typeof SupportClause>;
