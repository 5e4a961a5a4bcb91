import { z } from 'zod';
import { decimal, decimalOut, instant, note, route } from '../wire/index.js';

/** 默认容忍度: what holds where no clause writes one, and what held before. */
export const AssessmentDefaults = z
  .object({
    tolerancePercent: decimalOut.meta({ description: 'percent of what is required, inclusive' }),
    history: z
      .array(
        z.object({
          tolerancePercent: decimalOut,
          reason: z.string().nullable(),
          enteredBy: z.string().nullable(),
          knownFrom: instant,
          knownTo: instant.nullable(),
        }),
      )
      .meta({ description: 'newest first; the first is in force' }),
    contracts: z.int().meta({ description: 'judged by it or by their own clauses' }),
    waiting: z.int().meta({ description: 'of them still to be judged again' }),
  })
  .meta({ id: 'AssessmentDefaults' });

export const assessmentDefaults = {
  inForce: route({
    method: 'GET',
    path: '/assessment-defaults',
    access: ['read', 'AssessmentDefault'],
    summary: { zh: '默认容忍度', en: 'Default tolerance' },
    response: AssessmentDefaults,
  }),
  set: route({
    method: 'POST',
    path: '/assessment-defaults',
    access: ['update', 'AssessmentDefault'],
    status: 200,
    summary: { zh: '修改默认容忍度', en: 'Set the default tolerance' },
    description:
      'Holds from now on where a clause writes none; everything is judged again in the background, `waiting` tells how much is left. What was known before stays: `known=then` answers by the tolerance of that day.',
    body: z.strictObject({
      tolerancePercent: decimal({ positive: true, max: '100' }),
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: AssessmentDefaults,
    refuses: ['default.unchanged', 'default.percent'],
  }),
};

export type AssessmentDefaults = z.infer<typeof AssessmentDefaults>;
