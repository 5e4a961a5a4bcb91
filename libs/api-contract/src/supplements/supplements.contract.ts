import { z } from 'zod';
import {
  AmountIn,
  AreaIn,
  Contract,
  PROMISED_INDICATORS,
  ParcelIn,
  PromiseIn,
  VERDICTS,
  measure,
} from '../contracts/index.js';
import { ClauseChanges } from '../decisions/index.js';
import { day, decimalOut, id, instant, line, note, route, version, year } from '../wire/index.js';

const { indicator: _indicator, ...terms } = PromiseIn.shape;

/** What a supplement changes; fields that are left out stay. */
export const SupplementChanges = z.strictObject({
  increase: AmountIn.optional().meta({
    description: '增资: the amount added to the signed investment; it counts as an increment, not as another contract',
  }),
  land: z
    .strictObject({
      add: z.array(ParcelIn).max(20).optional(),
      end: z.array(id).max(50).optional().meta({ description: 'parcels returned' }),
      measure: z
        .array(z.strictObject({ parcelId: id, area: AreaIn }))
        .max(50)
        .optional()
        .meta({ description: 'parcels measured again' }),
    })
    .optional(),
  promises: z
    .array(z.strictObject({ indicator: z.enum(PROMISED_INDICATORS), ...terms }))
    .max(10)
    .optional(),
  clauses: ClauseChanges.optional().meta({ description: '后果条款' }),
  fullProductionYear: year.nullable().optional(),
  fullProductionOn: day.nullable().optional(),
  termFrom: day.nullable().optional(),
  termTo: day.nullable().optional(),
});

export const Difference = z.object({
  field: z.string().meta({ examples: ['areaMu', 'promise.tax.perMuWan', 'consequence.pay-gap.percent'] }),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
const Judged = z
  .object({
    verdict: z.enum(VERDICTS),
    unit: measure.unit,
    required: decimalOut,
    shortfall: decimalOut.nullable(),
    requiredWan: decimalOut.nullable(),
    shortfallWan: decimalOut.nullable(),
  })
  .nullable();
const VerdictMoved = z.object({ indicator: z.string(), year: z.int(), before: Judged, after: Judged });

export const SupplementPreview = z
  .object({
    contractId: id,
    version: z.int(),
    number: z.string(),
    lines: z.array(Difference),
    verdicts: z.array(VerdictMoved).meta({ description: 'verdicts or amounts that would change' }),
    belowStandard: z.array(z.string()).meta({ description: 'indicators below the standard afterwards' }),
  })
  .meta({ id: 'SupplementPreview' });

export const Supplement = z
  .object({
    id: id.meta({ description: 'of the supplement, which is a contract itself' }),
    contractId: id,
    contractNumber: z.string(),
    number: z.string(),
    state: z.enum(['pending', 'in-force', 'withdrawn']),
    signedOn: z.string(),
    reason: z.string(),
    increaseWan: decimalOut.nullable(),
    lines: z.array(Difference),
    askedBy: z.string().nullable(),
    askedAt: instant,
    inForceFrom: instant.nullable(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'Supplement' });

const one = z.object({ id });
const refuses = [
  'contract.not-signed',
  'contract.parent',
  'supplement.over',
  'supplement.nothing',
  'supplement.parcel',
  'supplement.no-promise',
  'supplement.clause',
  'supplement.open',
  'clause.days',
  'clause.percent',
  'clause.indicators',
  'clause.kind',
  'clause.unchanged',
  'contract.area-missing',
  'commitment.one-side',
  'commitment.area-missing',
  'commitment.unchanged',
  'ramp.year-twice',
  'ramp.percent',
  'area.zero',
  'area.range',
  'area.too-fine',
  'money.too-fine',
  'decimal.positive',
  'field.duplicate',
  'period.order',
  'date.before-signing',
  'date.future',
];

/** 补充协议, 增资扩产, 续签: contracts that follow another contract. */
export const supplements = {
  list: route({
    method: 'GET',
    path: '/contracts/:id/supplements',
    access: ['read', 'Contract'],
    summary: { zh: '补充协议与增资', en: 'Supplements of a contract' },
    params: one,
    response: z.object({ data: z.array(Supplement) }),
  }),
  preview: route({
    method: 'POST',
    path: '/contracts/:id/supplements/preview',
    access: ['update', 'Contract'],
    tells: 'read',
    status: 200,
    summary: { zh: '预览补充协议', en: 'Preview a supplement' },
    description:
      'Values before and after, with totals, per mu and verdicts, computed by the rules that would apply it. Writes nothing.',
    params: one,
    body: SupplementChanges,
    response: SupplementPreview,
    refuses,
  }),
  create: route({
    method: 'POST',
    path: '/contracts/:id/supplements',
    access: ['update', 'Contract'],
    status: 201,
    guarded: true,
    summary: { zh: '签订补充协议', en: 'Create a supplement' },
    description:
      'The only way to change signed values. It takes effect when its approval (kind `supplement`) is granted, on the contract as it is then. Before and after are kept; all results are computed again in the same transaction. If-Match: the version of the contract.',
    params: one,
    body: SupplementChanges.extend({
      number: line(60).optional(),
      signedOn: day,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: Supplement,
    refuses,
  }),
  renew: route({
    method: 'POST',
    path: '/contracts/:id/renewals',
    access: ['create', 'Contract'],
    status: 201,
    summary: { zh: '起草续签', en: 'Draft a renewal' },
    description:
      'A new draft with the current parties, project, land and commitments, linked to the contract it renews.',
    params: one,
    body: z.strictObject({ termFrom: day.nullable().optional(), termTo: day.nullable().optional() }),
    response: Contract,
    refuses: ['contract.not-signed', 'contract.parent', 'contract.renewed', 'period.order'],
  }),
};

export type Supplement = z.infer<typeof Supplement>;
export type SupplementPreview = z.infer<typeof SupplementPreview>;
