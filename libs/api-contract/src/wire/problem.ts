import { z } from 'zod';

/** RFC 9457, always `application/problem+json`. The sentence is in the reader's language; the code never changes. */
export const FieldError = z.object({
  pointer: z.string().meta({ description: 'JSON Pointer into the body, or /query/…, /params/…' }),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()),
});

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    traceId: z.string(),
    code: z.string(),
    facts: z.record(z.string(), z.unknown()),
    errors: z.array(FieldError),
    /** Only for 412: the current record, and the fields that differ from the request. */
    current: z.unknown().optional(),
    fields: z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof FieldError>;
export type Problem = z.infer<typeof Problem>;
