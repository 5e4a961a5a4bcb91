import { z } from 'zod';
import { actualSources, figureDoubts } from '@crm/domain/commitments';
import { quantityUnits } from '@crm/domain/standards';
import {
  CONTRACT_STATES,
  ContractPromise,
  ContractYear,
  PROMISED_INDICATORS,
  PromiseIn,
  QuantityIn,
  StandingVerdict,
  Typed,
  VERDICTS,
  measure,
  quantities,
} from '../contracts/index.js';
import {
  day,
  decimalOut,
  id,
  instant,
  listQuery,
  note,
  pageOf,
  route,
  searched,
  version,
  year,
} from '../wire/index.js';

/** 企业填报, 统计部门, 税务部门, 其他. */
export const ACTUAL_SOURCES = actualSources;

export const Commitment = ContractPromise.omit({ commitmentId: true })
  .extend({
    id,
    contractId: id,
    contractNumber: z.string(),
    contractStatus: z.enum(CONTRACT_STATES),
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    projectName: z.string(),
    parkId: id,
    parkName: z.string(),
    industryId: id,
    areaMu: decimalOut.nullable(),
    signedOn: z.string().nullable(),
    nextDueOn: z.string().nullable().meta({ description: 'the next day on which it is measured, counted from today' }),
    latest: StandingVerdict.omit({ commitmentId: true, indicator: true }).nullable(),
    version,
  })
  .meta({ id: 'Commitment' });

/** One version of a commitment's terms, known from one instant to another; versions are never overwritten. */
export const CommitmentTerm = z.object({
  id,
  master: z.enum(['per-mu', 'total']),
  perMuWan: decimalOut.nullable(),
  total: decimalOut.nullable().meta({ description: 'in the unit of the indicator; null if it is promised per mu' }),
  totalWan: decimalOut.nullable(),
  entered: Typed,
  fromYear: z.int().nullable(),
  dueOn: z.string().nullable(),
  lastYear: z.int().nullable(),
  ramp: z.array(z.object({ year: z.int(), percent: decimalOut })),
  tolerancePercent: decimalOut.nullable(),
  clause: z.string().nullable(),
  reason: z.string().nullable(),
  enteredBy: z.string().nullable(),
  knownFrom: instant,
  knownTo: instant.nullable(),
});

export const CommitmentInFull = Commitment.extend({
  terms: z.array(CommitmentTerm).meta({ description: 'newest first; the first one is in force' }),
  waivers: z.array(
    z.object({ id, year: z.int(), reason: z.string(), decidedBy: z.string().nullable(), knownFrom: instant }),
  ),
}).meta({ id: 'CommitmentInFull' });

export const commitments = {
  list: route({
    method: 'GET',
    path: '/commitments',
    access: ['read', 'Commitment'],
    summary: { zh: '承诺列表', en: 'Commitments' },
    query: listQuery({
      filter: {
        q: searched,
        contractId: id,
        enterpriseId: id,
        parkId: id,
        industryId: id,
        indicator: z.enum(PROMISED_INDICATORS),
        belowStandard: z.boolean(),
        verdict: z.enum(VERDICTS),
      },
      sorts: ['signedOn', 'contractNumber', 'indicator', 'enterpriseName'],
      defaultSort: 'signedOn',
      defaultOrder: 'desc',
    }),
    response: pageOf(Commitment),
  }),
  one: route({
    method: 'GET',
    path: '/commitments/:id',
    access: ['read', 'Commitment'],
    summary: { zh: '承诺', en: 'Commitment' },
    params: z.object({ id }),
    response: CommitmentInFull,
  }),
  create: route({
    method: 'POST',
    path: '/commitments',
    access: ['create', 'Commitment'],
    status: 201,
    summary: { zh: '在草案上登记承诺', en: 'Add a commitment to a draft' },
    description:
      'Per mu or as a total: the entered side is kept, the other follows the area. Only on drafts; a signed contract changes by a granted supplement.',
    body: PromiseIn.extend({ contractId: id }),
    response: CommitmentInFull,
    refuses: [
      'contract.signed',
      'commitment.one-side',
      'commitment.not-per-mu',
      'commitment.area-missing',
      'commitment.duplicate',
      'ramp.year-twice',
      'ramp.percent',
      'quantity.unit',
      'quantity.whole',
      'quantity.percent',
      'money.too-fine',
    ],
  }),
  waive: route({
    method: 'POST',
    path: '/commitments/:id/waive',
    access: ['decide', 'Assessment'],
    status: 200,
    summary: { zh: '豁免某年', en: 'Waive a year' },
    description: 'This year of the commitment is not enforced. The decision and its reason are kept.',
    params: z.object({ id }),
    body: z.strictObject({
      year,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: CommitmentInFull,
    refuses: ['contract.not-signed', 'waiver.exists'],
  }),
};

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

export const Because = z.object({
  clause: z.string().nullable(),
  rules: z.array(z.string()).meta({ description: 'the rules that decided: of the period, then of the verdict' }),
  inputs: z.array(
    z.object({
      name: z.string(),
      value: z.string().nullable(),
      unit: z.enum([...quantityUnits, 'mu', 'wan-per-mu', 'day', 'year']),
      source: z.object({
        kind: z.string(),
        ref: z.string().nullable(),
        verified: z.boolean().optional().meta({ description: 'of a figure: another person has verified it' }),
        rivals: z.int().optional().meta({ description: 'of a figure: other sources that report another amount' }),
        chosenBecause: z.string().optional().meta({ description: 'why a manager chose it over a higher source' }),
      }),
    }),
  ),
  formula: z.array(
    z.object({
      name: z.string(),
      expression: z.string().meta({ description: 'names and operators, shown in the reader’s language' }),
      value: z.string().nullable(),
    }),
  ),
});

/** 履约评价 of one indicator in one year. */
export const Assessment = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    commitmentId: id,
    enterpriseId: id,
    enterpriseName: z.string(),
    enterpriseShortName: z.string(),
    parkId: id,
    parkName: z.string(),
    industryId: id,
    indicator: z.enum(PROMISED_INDICATORS),
    year: z.int(),
    dueOn: z.string(),
    verdict: z.enum(VERDICTS),
    areaMu: decimalOut.nullable(),
    ...measure,
    promised: decimalOut,
    ...quantities,
    promisedWan: decimalOut.nullable(),
    promisedPerMuWan: decimalOut.nullable(),
    standardPerMuWan: decimalOut.nullable(),
    percentOfStandard: decimalOut.nullable(),
    attainmentPercent: decimalOut
      .nullable()
      .meta({ description: 'actual ÷ required; for an upper bound required ÷ actual, null if the actual is zero' }),
    shortfallPerMuWan: decimalOut.nullable(),
    clawbackWan: decimalOut.nullable(),
    because: Because,
    asOf: z.string(),
    knownAt: instant,
  })
  .meta({ id: 'Assessment' });

export const assessments = {
  list: route({
    method: 'GET',
    path: '/assessments',
    access: ['read', 'Assessment'],
    summary: { zh: '履约评价列表', en: 'Assessments' },
    query: listQuery({
      filter: {
        contractId: id,
        enterpriseId: id,
        parkId: id,
        industryId: id,
        commitmentId: id,
        year,
        verdict: z.enum(VERDICTS),
        indicator: z.enum(PROMISED_INDICATORS),
      },
      sorts: ['year', 'verdict', 'attainmentPercent', 'enterpriseName'],
      defaultSort: 'year',
      defaultOrder: 'desc',
    }),
    response: pageOf(Assessment),
  }),
  ofContract: route({
    method: 'GET',
    path: '/contracts/:id/assessments',
    access: ['read', 'Assessment'],
    summary: { zh: '合同的履约评价', en: 'Assessments of a contract' },
    description:
      'As of a day; today if left out. `known=then`: as known at the end of that day. `known=now`: as known now.',
    params: z.object({ id }),
    query: z.strictObject({ asOf: day.optional(), known: z.enum(['now', 'then']).optional() }),
    response: z.object({
      asOf: z.string(),
      known: z.enum(['now', 'then']),
      knownAt: instant,
      supportPaidWan: decimalOut.nullable(),
      years: z.array(ContractYear.omit({ standing: true })),
      assessments: z.array(Assessment.omit({ id: true })),
    }),
  }),
};

export type Commitment = z.infer<typeof Commitment>;
export type CommitmentInFull = z.infer<typeof CommitmentInFull>;
export type Actual = z.infer<typeof Actual>;
export type Assessment = z.infer<typeof Assessment>;
export type Because = z.infer<typeof Because>;
