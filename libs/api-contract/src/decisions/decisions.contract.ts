import { z } from 'zod';
import { AmountIn, PROMISED_INDICATORS, Typed, VERDICTS, measure } from '../contracts/index.js';
import { day, decimalOut, id, instant, listQuery, note, pageOf, route, year } from '../wire/index.js';
import { CONSEQUENCE_KINDS, reasonIn } from './consequence-clauses.contract.js';
import { ConsequenceBecause, DECISION_KINDS, DECISION_STATES } from './consequences.contract.js';

/** Money received after an enforcement. */
export const DecisionOutcome = z.object({
  id,
  receivedWan: decimalOut,
  entered: Typed,
  receivedOn: z.string(),
  note: z.string(),
  enteredBy: z.string().nullable(),
  knownFrom: instant,
});

export const Decision = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    parkId: id,
    parkName: z.string(),
    commitmentId: id,
    indicator: z.enum(PROMISED_INDICATORS),
    year: z.int(),
    kind: z.enum(DECISION_KINDS),
    until: z.string().nullable(),
    reason: z.string(),
    verdict: z.enum(VERDICTS).nullable().meta({ description: 'at the time of the request' }),
    attainmentPercent: decimalOut.nullable(),
    ...measure,
    shortfall: decimalOut.nullable().meta({ description: 'at the time of the request, in the unit of the indicator' }),
    shortfallWan: decimalOut.nullable().meta({ description: 'the same value if the unit is 万元, otherwise null' }),
    amountWan: decimalOut.nullable().meta({ description: '万元: the sum of its clauses at the time of the request' }),
    clauses: z.array(
      z.object({
        clauseId: id,
        kind: z.enum(CONSEQUENCE_KINDS),
        amountWan: decimalOut.nullable(),
        cureUntil: z.string().nullable(),
        because: ConsequenceBecause,
      }),
    ),
    state: z.enum(DECISION_STATES),
    requestedBy: z.string().nullable(),
    requestedById: id.nullable(),
    requestedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    returnReason: z.string().nullable(),
    approvalId: id.nullable(),
    outcomes: z.array(DecisionOutcome),
    receivedWan: decimalOut,
    outstandingWan: decimalOut.nullable(),
  })
  .meta({ id: 'Decision' });

export const decisions = {
  list: route({
    method: 'GET',
    path: '/decisions',
    access: ['read', 'Assessment'],
    summary: { zh: '处置决定', en: 'Decisions' },
    query: listQuery({
      filter: {
        contractId: id,
        commitmentId: id,
        enterpriseId: id,
        parkId: id,
        indicator: z.enum(PROMISED_INDICATORS),
        year,
        kind: z.enum(DECISION_KINDS),
        state: z.enum(DECISION_STATES),
      },
      sorts: ['requestedAt', 'year'],
      defaultSort: 'requestedAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(Decision),
  }),
  one: route({
    method: 'GET',
    path: '/decisions/:id',
    access: ['read', 'Assessment'],
    summary: { zh: '处置决定', en: 'Decision' },
    params: z.object({ id }),
    response: Decision,
  }),
  create: route({
    method: 'POST',
    path: '/decisions',
    access: ['decide', 'Assessment'],
    status: 201,
    summary: { zh: '提请决定', en: 'Request a decision' },
    description:
      'Enforce clauses, extend to a day, or waive the year. It takes effect once another person approves; the amount is that of the request.',
    body: z.strictObject({
      commitmentId: id,
      year,
      kind: z.enum(DECISION_KINDS),
      clauseIds: z.array(id).max(20).optional(),
      until: day.optional(),
      reason: reasonIn,
    }),
    response: Decision,
    refuses: [
      'decision.waiting',
      'decision.decided',
      'decision.not-missed',
      'decision.until',
      'decision.no-clause',
      'decision.clause-unknown',
      'decision.clause-not-due',
      'decision.clause-taken',
      'contract.not-signed',
      'waiver.exists',
      'approval.open',
    ],
  }),
  receive: route({
    method: 'POST',
    path: '/decisions/:id/outcomes',
    access: ['decide', 'Assessment'],
    status: 201,
    summary: { zh: '登记收到的款项', en: 'Record money received' },
    description: 'Only for an enforced decision. Payments are added up, never overwritten. `note` names the evidence.',
    params: z.object({ id }),
    body: z.strictObject({ received: AmountIn, receivedOn: day, note: note(500).optional() }),
    response: Decision,
    refuses: ['decision.not-enforced', 'decimal.positive', 'date.future', 'money.too-fine'],
  }),
};

export type Decision = z.infer<typeof Decision>;
