import { z } from 'zod';
import { decimal, decimalOut, instant, line, route, version } from '../wire/index.js';

const ItemOut = z.object({ key: z.string(), name: z.string(), unit: z.string(), base: decimalOut, weight: decimalOut });
const BandOut = z.object({ name: z.string(), percent: decimalOut });
export const formulaOut = {
  items: z.array(ItemOut),
  capped: z.boolean().meta({ description: 'no item earns more than its weight' }),
  bands: z.array(BandOut).meta({ description: 'percent of the scored enterprises, best class first' }),
};
export const formulaIn = {
  items: z
    .array(
      z.strictObject({ key: line(60), name: line(60), unit: z.string().max(30), base: decimal(), weight: decimal() }),
    )
    .min(1)
    .max(20),
  capped: z.boolean(),
  bands: z
    .array(z.strictObject({ name: line(20), percent: decimal() }))
    .min(1)
    .max(10),
};
export const formulaRefuses = [
  'score.weights',
  'score.base',
  'score.weight',
  'score.item-twice',
  'class.percent',
  'class.share',
  'class.twice',
];

export const EvaluationFormula = z
  .object({ ...formulaOut, reason: z.string(), enteredBy: z.string().nullable(), knownFrom: instant, version })
  .meta({ id: 'EvaluationFormula' });

export const evaluationFormula = {
  inForce: route({
    method: 'GET',
    path: '/evaluation-formula',
    access: ['read', 'EvaluationFormula'],
    summary: { zh: '亩均评价默认公式', en: 'The default formula of new rounds' },
    response: EvaluationFormula,
  }),
  change: route({
    method: 'POST',
    path: '/evaluation-formula',
    access: ['update', 'EvaluationFormula'],
    status: 200,
    guarded: true,
    summary: { zh: '变更默认公式', en: 'Change the default formula' },
    description: 'Applies to new rounds; each round has its own copy. The old formula is kept.',
    body: z.strictObject({ ...formulaIn, reason: line(500) }),
    response: EvaluationFormula,
    refuses: formulaRefuses,
  }),
};

export type EvaluationFormula = z.infer<typeof EvaluationFormula>;
