import { z } from 'zod';
import { clauseThresholds, consequenceKinds, decisionKinds, decisionStates, standings } from '@crm/domain/decisions';
import { PROMISED_INDICATORS, VERDICTS, measure, quantities } from '../contracts/index.js';
import {
  day,
  decimal,
  decimalOut,
  id,
  instant,
  line,
  listQuery,
  note,
  pageOf,
  route,
  text,
  version,
  year,
} from '../wire/index.js';

export const CONSEQUENCE_KINDS = consequenceKinds;
export const CLAUSE_THRESHOLDS = clauseThresholds;
export const DECISION_KINDS = decisionKinds;
export const DECISION_STATES = decisionStates;
export const STANDINGS = standings;
/** The verdicts of a missed commitment. */
export const MISSED_VERDICTS = ['breach', 'warning', 'no-data'] as const;

export const reasonIn = note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } });
const clauseText = text({ min: 1, max: 1_000, lines: true });

/** One wording of a clause, known from one instant to another. */
export const ConsequenceWording = z.object({
  id,
  text: z.string(),
  indicators: z.array(z.enum(PROMISED_INDICATORS)),
  from: z
    .enum(CLAUSE_THRESHOLDS)
    .meta({ description: 'breach: below the tolerance; warning: as soon as it is not reached in full' }),
  cureDays: z.int().nullable().meta({ description: 'natural days' }),
  percent: decimalOut.nullable().meta({ description: 'percent of the shortfall' }),
  reason: z.string().nullable(),
  endReason: z.string().nullable().meta({ description: 'why the clause ended' }),
  enteredBy: z.string().nullable(),
  knownFrom: instant,
  knownTo: instant.nullable(),
});

export const ConsequenceClause = ConsequenceWording.omit({
  id: true,
  reason: true,
  endReason: true,
  enteredBy: true,
  knownFrom: true,
  knownTo: true,
})
  .extend({
    id,
    contractId: id,
    contractNumber: z.string(),
    kind: z.enum(CONSEQUENCE_KINDS),
    ended: z.boolean(),
    wordings: z.array(ConsequenceWording).meta({ description: 'newest first' }),
    version,
  })
  .meta({ id: 'ConsequenceClause' });

const written = {
  text: clauseText,
  indicators: z.array(z.enum(PROMISED_INDICATORS)).min(1).max(PROMISED_INDICATORS.length),
  from: z.enum(CLAUSE_THRESHOLDS),
  cureDays: z.int().nullable(),
  percent: decimal().nullable(),
};
const Rewritten = z.strictObject(written).partial();
const ClauseIn = z.strictObject({
  kind: z.enum(CONSEQUENCE_KINDS),
  ...written,
  from: written.from.optional(),
  cureDays: written.cureDays.optional(),
  percent: written.percent.optional(),
});

/** How a supplement changes the clauses of a signed contract. */
export const ClauseChanges = z.strictObject({
  add: z.array(ClauseIn).max(20).optional(),
  change: z
    .array(Rewritten.extend({ clauseId: id }))
    .max(50)
    .optional()
    .meta({ description: 'fields that are left out stay' }),
  end: z.array(id).max(50).optional(),
});

const wrong = ['clause.days', 'clause.percent', 'clause.indicators'];
const notOnDrafts = ['contract.signed', 'contract.in-review', 'contract.void'];

export const consequenceClauses = {
  list: route({
    method: 'GET',
    path: '/consequence-clauses',
    access: ['read', 'Commitment'],
    summary: { zh: '后果条款', en: 'Consequence clauses' },
    description: 'Each clause with all its wordings.',
    query: listQuery({
      filter: { contractId: id, kind: z.enum(CONSEQUENCE_KINDS), ended: z.boolean() },
      sorts: ['createdAt'],
    }),
    response: pageOf(ConsequenceClause),
  }),
  create: route({
    method: 'POST',
    path: '/consequence-clauses',
    access: ['create', 'Commitment'],
    status: 201,
    summary: { zh: '登记后果条款', en: 'Add a consequence clause' },
    description:
      'On a draft: by anyone who may edit it. On a contract that came in signed (登记或导入): by an approver, with a reason, to record what the contract says. A contract signed here changes only by a supplement.',
    body: ClauseIn.extend({ contractId: id, reason: note(500).optional() }),
    response: ConsequenceClause,
    refuses: [...wrong, 'clause.reason', 'clause.kind', ...notOnDrafts, 'access.denied'],
  }),
  update: route({
    method: 'PATCH',
    path: '/consequence-clauses/:id',
    access: ['create', 'Commitment'],
    guarded: true,
    summary: { zh: '修改草案的后果条款', en: 'Change a clause of a draft' },
    description: 'Fields that are left out stay; the old wording is kept. A signed contract changes by a supplement.',
    params: z.object({ id }),
    body: Rewritten,
    response: ConsequenceClause,
    refuses: [...wrong, 'clause.unchanged', 'clause.ended', ...notOnDrafts],
  }),
  drop: route({
    method: 'POST',
    path: '/consequence-clauses/:id/drop',
    access: ['create', 'Commitment'],
    status: 200,
    guarded: true,
    summary: { zh: '从草案去掉后果条款', en: 'Remove a clause from a draft' },
    description: 'Its wordings stay readable. A signed contract changes by a supplement.',
    params: z.object({ id }),
    response: ConsequenceClause,
    refuses: ['clause.ended', ...notOnDrafts],
  }),
};

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

export type ConsequenceClause = z.infer<typeof ConsequenceClause>;
export type MissedPromise = z.infer<typeof MissedPromise>;
export type Consequence = z.infer<typeof Consequence>;
