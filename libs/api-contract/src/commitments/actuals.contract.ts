import { z } from 'zod';
import { actualSources, figureDoubts } from '@crm/domain/commitments';
import { PROMISED_INDICATORS, QuantityIn, Typed, measure } from '../contracts/index.js';
import { MAY } from '../permissions/index.js';
import { decimalOut, id, instant, listQuery, may, note, pageOf, route, year } from '../wire/index.js';

/** 企业填报, 统计部门, 税务部门, 其他. */
export const ACTUAL_SOURCES = actualSources;

export const Actual = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    enterpriseId: id,
    enterpriseName: z.string(),
    projectId: id,
    projectName: z.string(),
    indicator: z.enum(PROMISED_INDICATORS),
    year: z.int(),
    ...measure,
    value: decimalOut.meta({
      description:
        'in the unit of the indicator; for investment the sum since the beginning, for persons the number at the end of the year',
    }),
    valueWan: decimalOut.nullable().meta({ description: 'the same value if the unit is 万元, otherwise null' }),
    entered: Typed,
    source: z.enum(ACTUAL_SOURCES),
    note: z.string(),
    enteredBy: z.string().nullable(),
    enteredById: id.nullable(),
    may: may(MAY.Actual),
    verifiedBy: z.string().nullable(),
    verifiedAt: instant.nullable(),
    locked: z.boolean(),
    correctsId: id.nullable(),
    correctionReason: z.string().nullable(),
    knownFrom: instant,
    knownTo: instant.nullable(),
    importId: id.nullable(),
    /**
     * Doubts about the figure, which is not refused: a cumulative figure decreases, or the scale differs from earlier
     * years.
     */
    counts: z.boolean().meta({
      description:
        'the assessment uses this figure: the one a manager chose, otherwise that of the source of the highest rank, verified or not (tax: 税务 > 统计 > 企业; others: 统计 > 税务 > 企业)',
    }),
    chosenBecause: z.string().nullable().meta({ description: 'why a manager let it speak over a higher source' }),
    chosenBy: z.string().nullable(),
    confirmed: z.array(z.string()).meta({ description: 'doubts confirmed by the person who entered it' }),
    rivals: z
      .array(
        z.object({
          id,
          source: z.enum(ACTUAL_SOURCES),
          value: decimalOut,
          valueWan: decimalOut.nullable(),
          verified: z.boolean(),
          difference: decimalOut.meta({ description: 'that figure minus this one' }),
          differenceWan: decimalOut.nullable(),
        }),
      )
      .meta({ description: 'figures of other sources for the same year, if they differ' }),
    questions: z.array(
      z.object({
        code: z.enum(figureDoubts),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  })
  .meta({ id: 'Actual' });

const figure = {
  value: QuantityIn,
  note: note(500).optional(),
  confirmed: z
    .array(z.enum(figureDoubts))
    .max(figureDoubts.length)
    .optional()
    .meta({ description: 'doubts of `actual.asked` that the person has looked at: the figure is right' }),
};
const reason = note(500).refine((typed) => typed !== '', { params: { code: 'field.required' } });

export const actuals = {
  list: route({
    method: 'GET',
    path: '/actuals',
    access: ['read', 'Actual'],
    summary: { zh: '实绩列表', en: 'Actuals' },
    description:
      'What is known now; `history: true` adds corrected figures. `disagreeing`: two sources differ for the same contract, indicator and year.',
    query: listQuery({
      filter: {
        contractId: id,
        enterpriseId: id,
        projectId: id,
        parkId: id,
        indicator: z.enum(PROMISED_INDICATORS),
        year,
        year_gte: year,
        year_lte: year,
        source: z.enum(ACTUAL_SOURCES),
        verified: z.boolean(),
        history: z.boolean(),
        disagreeing: z.boolean(),
        importId: id,
      },
      sorts: ['year', 'indicator', 'enterpriseName', 'knownFrom'],
      defaultSort: 'year',
      defaultOrder: 'desc',
    }),
    response: pageOf(Actual),
  }),
  create: route({
    method: 'POST',
    path: '/actuals',
    access: ['create', 'Actual'],
    status: 201,
    summary: { zh: '填报实绩', en: 'Report a figure' },
    description:
      'For the named contract, otherwise for the only contract of the project or enterprise. If there are several: `actual.ambiguous`; nothing is copied to each.',
    body: z.strictObject({
      contractId: id.optional(),
      projectId: id.optional(),
      enterpriseId: id.optional(),
      indicator: z.enum(PROMISED_INDICATORS),
      year,
      source: z.enum(ACTUAL_SOURCES),
      ...figure,
    }),
    response: Actual,
    refuses: [
      'contract.supplement',
      'actual.asked',
      'actual.exists',
      'actual.ambiguous',
      'actual.no-contract',
      'actual.future',
      'contract.not-signed',
      'quantity.unit',
      'quantity.whole',
      'quantity.percent',
      'money.too-fine',
    ],
  }),
  correct: route({
    method: 'POST',
    path: '/actuals/:id/correct',
    access: ['correct', 'Actual'],
    status: 200,
    summary: { zh: '更正实绩', en: 'Correct a figure' },
    description: 'The old value is kept as known until now. A verified figure is locked.',
    params: z.object({ id }),
    body: z.strictObject({
      ...figure,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: Actual,
    refuses: [
      'actual.asked',
      'actual.locked',
      'actual.superseded',
      'actual.unchanged',
      'quantity.unit',
      'quantity.whole',
      'quantity.percent',
      'money.too-fine',
    ],
  }),
  verify: route({
    method: 'POST',
    path: '/actuals/:id/verify',
    access: ['verify', 'Actual'],
    status: 200,
    summary: { zh: '核实实绩', en: 'Verify a figure' },
    description: 'By another person than the one who entered it. A verified figure is locked.',
    params: z.object({ id }),
    response: Actual,
    refuses: ['actual.verify-own', 'actual.superseded', 'actual.locked'],
  }),
  choose: route({
    method: 'POST',
    path: '/actuals/:id/choose',
    access: ['decide', 'Assessment'],
    status: 200,
    summary: { zh: '采用这个来源', en: 'Use this source' },
    description:
      'The figure speaks for its year although a source of a higher rank has another. The verdict shows the reason. A correction of the figure is not chosen with it.',
    params: z.object({ id }),
    body: z.strictObject({ reason }),
    response: Actual,
    refuses: ['actual.counts', 'actual.superseded'],
  }),
};
export type Actual = z.infer<typeof Actual>;
