import { z } from 'zod';
import { id, instant, route } from '../wire/index.js';
import { HAPPENING_KINDS } from '../choices/index.js';

export type HappeningKind = (typeof HAPPENING_KINDS)[number];

const fact = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const Happening = z
  .object({
    id: z.string(),
    kind: z.enum(HAPPENING_KINDS),
    what: z.string().meta({
      examples: ['drafted', 'signed', 'returned', 'in-force', 'verified'],
      description: 'what happened, within its kind',
    }),
    at: instant,
    by: z.string().nullable().meta({ description: 'null: the system' }),
    decided: z.boolean().meta({ description: 'a decision or a result of the system; otherwise an entry by a person' }),
    refId: z
      .string()
      .nullable()
      .meta({ description: 'the record: an approval, a supplement, a decision, an import …' }),
    facts: z.record(z.string(), fact),
    lines: z
      .array(z.record(z.string(), fact))
      .meta({ description: 'figures, verdicts before and after, or amended facts' }),
  })
  .meta({ id: 'Happening' });

export const timeline = {
  list: route({
    method: 'GET',
    path: '/contracts/:id/timeline',
    access: ['read', 'Contract'],
    summary: { zh: '合同的时间线', en: 'Timeline of a contract' },
    description:
      'Newest first. `next`, if present, is the `before` of the next page; new events neither repeat nor skip any. `counts` cover all kinds, whatever the filter. Amounts in 万元.',
    params: z.object({ id }),
    query: z.strictObject({
      kind: z.enum(HAPPENING_KINDS).optional(),
      before: z
        .string()
        .max(120)
        .regex(/^\d{1,17}\.[0-9a-z.-]{1,90}$/)
        .optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.int().min(1).max(100))
        .optional(),
    }),
    response: z.object({
      data: z.array(Happening),
      counts: z.partialRecord(z.enum(HAPPENING_KINDS), z.int()),
      next: z.string().nullable(),
    }),
  }),
};

export type Happening = z.infer<typeof Happening>;
