import { z } from 'zod';
import { clauseThresholds, consequenceKinds } from '@crm/domain/decisions';
import { PROMISED_INDICATORS } from '../contracts/index.js';
import { decimal, decimalOut, id, instant, listQuery, note, pageOf, route, text, version } from '../wire/index.js';

export const CONSEQUENCE_KINDS = consequenceKinds;
export const CLAUSE_THRESHOLDS = clauseThresholds;

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

export type ConsequenceClause = z.infer<typeof ConsequenceClause>;
