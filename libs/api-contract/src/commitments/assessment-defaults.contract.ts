import { z } from 'zod';
import { decimal, decimalOut, instant, note, route } from '../wire/index.js';

/** 默认容忍度: applies to commitments without their own tolerance; with its history. */
export const AssessmentDefaults = z
  .object({
    tolerancePercent: decimalOut.meta({ description: 'percent of the required amount, inclusive' }),
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
      .meta({ description: 'newest first; the first one is in force' }),
    contracts: z.int().meta({ description: 'contracts assessed by the default or by their own clauses' }),
    waiting: z.int().meta({ description: 'of these, contracts still to be assessed again' }),
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
      'Applies from now on to commitments without a tolerance of their own. All contracts are assessed again in the background; `waiting` is the number left. The history is kept: `known=then` uses the tolerance of that day.',
    body: z.strictObject({
      tolerancePercent: decimal({ positive: true, max: '100' }),
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: AssessmentDefaults,
    refuses: ['default.unchanged', 'default.percent'],
  }),
};

export type AssessmentDefaults = z.infer<typeof AssessmentDefaults>;
