import { classMoves } from '@crm/domain/per-mu-classes';
import { z } from 'zod';
import { decimalOut, id, instant, version } from '../wire/index.js';
import { formulaOut } from './evaluation-formula.contract.js';

export const CLASS_MOVES = classMoves;
export const ROUND_STATES = ['draft', 'closed'] as const;

export const EvaluationRound = z
  .object({
    id,
    year: z.int(),
    status: z.enum(ROUND_STATES),
    ...formulaOut,
    firms: z.int(),
    scored: z.int(),
    notScorable: z.int(),
    closedAt: instant.nullable(),
    closedBy: z.string().nullable(),
    reopenReason: z.string().nullable(),
    version,
  })
  .meta({ id: 'EvaluationRound' });

export const Value = z.object({
  value: decimalOut,
  source: z.string(),
  enteredBy: z.string().nullable(),
  knownFrom: instant,
});
const Standing = z.object({ score: decimalOut, rank: z.int(), class: z.string() });

export const EvaluatedFirm = z
  .object({
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    parkName: z.string().nullable(),
    values: z.record(z.string(), Value),
    result: Standing.extend({ parts: z.array(z.object({ key: z.string(), points: decimalOut, capped: z.boolean() })) })
      .nullable()
      .meta({ description: 'null: not scorable, see `missing`' }),
    missing: z.array(z.string()),
    before: Standing.nullable().meta({ description: 'in the last closed round before' }),
    move: z.enum(CLASS_MOVES).nullable(),
  })
  .meta({ id: 'EvaluatedFirm' });

/** A value the system knows: 税收 of the year ÷ 亩 of the signed contracts, 万元/亩, six decimal places. */
const Proposal = z.object({
  enterpriseId: id,
  item: z.string(),
  value: decimalOut,
  taxWan: decimalOut,
  areaMu: decimalOut,
  contracts: z.int(),
});

export const EvaluationRoundInFull = EvaluationRound.extend({
  previousYear: z.int().nullable(),
  classes: z.array(
    z.object({ name: z.string(), percent: decimalOut, firms: z.int(), sharePercent: decimalOut.nullable() }),
  ),
  rows: z
    .array(EvaluatedFirm)
    .meta({ description: 'one page (100, at most 200), by rank; those not scorable come last' }),
  total: z.int().meta({ description: 'rows of all pages: the enterprises that the caller may see' }),
  topScore: decimalOut.nullable().meta({ description: 'the highest score of the round' }),
  known: z.int().meta({ description: 'values the system knows where none is entered, of all pages' }),
  proposals: z.array(Proposal).meta({
    description:
      'only for a draft, of the enterprises of the page: values the system knows where none is entered, or another one',
  }),
}).meta({ id: 'EvaluationRoundInFull' });
export type EvaluationRound = z.infer<typeof EvaluationRound>;
export type EvaluationRoundInFull = z.infer<typeof EvaluationRoundInFull>;
export type EvaluatedFirm = z.infer<typeof EvaluatedFirm>;
