import { z } from 'zod';
import {
  CONTRACT_STATES,
  ContractPromise,
  PROMISED_INDICATORS,
  PromiseIn,
  StandingVerdict,
  Typed,
  VERDICTS,
} from '../contracts/index.js';
import { decimalOut, id, instant, listQuery, note, pageOf, route, searched, version, year } from '../wire/index.js';

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

export type Commitment = z.infer<typeof Commitment>;
export type CommitmentInFull = z.infer<typeof CommitmentInFull>;
