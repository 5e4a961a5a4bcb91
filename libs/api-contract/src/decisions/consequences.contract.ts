import { z } from 'zod';
import { decisionKinds, decisionStates, standings } from '@crm/domain/decisions';
import { PROMISED_INDICATORS, VERDICTS, measure, quantities } from '../contracts/index.js';
import { day, decimalOut, id, instant, line, listQuery, pageOf, route, year } from '../wire/index.js';
import { CONSEQUENCE_KINDS } from './consequence-clauses.contract.js';

export const DECISION_KINDS = decisionKinds;
export const DECISION_STATES = decisionStates;
export const STANDINGS = standings;
/** The verdicts of a missed commitment. */
export const MISSED_VERDICTS = ['breach', 'warning', 'no-data'] as const;

export const ConsequenceBecause = z.object({
  clause: z.string(),
  rules: z.array(z.string()),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.string().nullable(),
      unit: z.enum(['wan', 'percent', 'days', 'day']),
      source: z.object({ kind: z.string(), ref: z.string().nullable() }),
    }),
  ),
  formula: z.array(z.object({ name: z.string(), expression: z.string(), value: z.string().nullable() })),
});

/** The result of one clause. */
export const Consequence = z.object({
  clauseId: id,
  kind: z.enum(CONSEQUENCE_KINDS),
  applies: z
    .boolean()
    .meta({ description: 'false: the verdict is within the tolerance and the clause needs a breach' }),
  taken: z.boolean().meta({
    description:
      'counted once for the contract and year; already decided, or waiting, for another commitment of the same year',
  }),
  settled: z
    .enum(['waiting', 'decided'])
    .nullable()
    .meta({ description: 'a decision already requests or enforces it; it is then in no total' }),
  amountWan: decimalOut.nullable(),
  cureUntil: z.string().nullable().meta({ description: 'if it were decided today' }),
  because: ConsequenceBecause,
});

const LatestDecision = z.object({
  id,
  kind: z.enum(DECISION_KINDS),
  state: z.enum(DECISION_STATES),
  until: z.string().nullable(),
  amountWan: decimalOut.nullable(),
  requestedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});

/** A commitment that was not kept in a year, its shortfall, and the possible measures. */
export const MissedPromise = z
  .object({
    id: id.meta({ description: 'id of the assessment' }),
    contractId: id,
    contractNumber: z.string(),
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    projectName: z.string(),
    parkId: id,
    parkName: z.string(),
    areaMu: decimalOut.nullable(),
    commitmentId: id,
    indicator: z.enum(PROMISED_INDICATORS),
    year: z.int(),
    verdict: z.enum(MISSED_VERDICTS),
    clause: z.string().nullable(),
    ...measure,
    ...quantities,
    attainmentPercent: decimalOut.nullable(),
    shortfallPerMuWan: decimalOut.nullable(),
    consequences: z.array(Consequence),
    standing: z.enum(STANDINGS),
    decision: LatestDecision.nullable(),
  })
  .meta({ id: 'MissedPromise' });

/** The sums of one indicator in its own unit; what was not reported is in none of them. */
const OwnTotals = z.object({ unit: measure.unit, required: decimalOut, actual: decimalOut, shortfall: decimalOut });

export const consequences = {
  list: route({
    method: 'GET',
    path: '/consequences',
    access: ['read', 'Assessment'],
    summary: { zh: '未兑现承诺与可采取的措施', en: 'Missed commitments and possible measures' },
    description:
      'Of counted contracts. With `year`: what counts in that year, including an investment missed earlier. `contractVerdict` is the worst of the contract in that year. Without `verdict_in`: breach and warning. `totals` and `counts` cover the whole filter; `counts.indicator` ignores its indicator, `counts.verdict` its verdict.',
    query: listQuery({
      filter: {
        contractId: id,
        enterpriseId: id,
        parkId: id,
        industryId: id,
        indicator: z.enum(PROMISED_INDICATORS),
        year,
        verdict_in: z.array(z.enum(MISSED_VERDICTS)).min(1).max(3),
        contractVerdict: z.enum(VERDICTS),
        standing: z.enum(STANDINGS),
        signedOn_gte: day,
        signedOn_lte: day,
        handlerName: line(60),
      },
      sorts: ['shortfallWan', 'attainmentPercent', 'enterpriseName', 'year'],
      defaultSort: 'shortfallWan',
      defaultOrder: 'desc',
    }),
    response: pageOf(MissedPromise).extend({
      totals: z.object({
        contracts: z.int(),
        ofIndicator: OwnTotals.nullable().meta({
          description: 'null: several indicators, or a percentage, which has no sum',
        }),
        requiredWan: decimalOut,
        actualWan: decimalOut,
        shortfallWan: decimalOut,
        payWan: decimalOut,
        clawbackWan: decimalOut.meta({ description: '万元, once for a contract and year' }),
        open: z.int(),
        waiting: z.int(),
        decided: z.int(),
      }),
      counts: z.object({ indicator: z.record(z.string(), z.int()), verdict: z.record(z.string(), z.int()) }),
      asOf: z.string(),
    }),
  }),
};
export type MissedPromise = z.infer<typeof MissedPromise>;
export type Consequence = z.infer<typeof Consequence>;
