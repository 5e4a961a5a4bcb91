import { z } from 'zod';
import { AmountIn, AreaIn, ParcelIn, PromiseIn, PROMISED_INDICATORS } from '../contracts/index.js';
import { Difference, SupplementPreview } from '../supplements/index.js';
import { day, id, instant, line, note, route, version, year } from '../wire/index.js';

/** 更正: the right values of facts that were written down wrongly; fields that are left out stay. */
export const CorrectionFacts = z.strictObject({
  number: line(60).optional(),
  signedOn: day.optional(),
  amount: AmountIn.optional().meta({ description: 'the amount of the contract; of a supplement, its increment' }),
  parkId: id.optional(),
  industryId: id.optional(),
  land: z
    .strictObject({
      add: z.array(ParcelIn).max(20).optional().meta({ description: 'parcels that were left out' }),
      end: z.array(id).max(50).optional().meta({ description: 'parcels that never belonged to it' }),
      measure: z
        .array(z.strictObject({ parcelId: id, area: AreaIn }))
        .max(50)
        .optional(),
    })
    .optional(),
  promises: z
    .array(
      z.strictObject({
        indicator: z.enum(PROMISED_INDICATORS),
        perMuWan: PromiseIn.shape.perMuWan,
        total: PromiseIn.shape.total,
        dueOn: PromiseIn.shape.dueOn,
        fromYear: PromiseIn.shape.fromYear,
      }),
    )
    .max(10)
    .optional(),
  fullProductionYear: year.nullable().optional(),
  fullProductionOn: day.nullable().optional(),
  termFrom: day.nullable().optional(),
  termTo: day.nullable().optional(),
});

export const CorrectionPreview = SupplementPreview.omit({ number: true }).meta({ id: 'CorrectionPreview' });

export const Correction = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    state: z.enum(['pending', 'in-force', 'withdrawn']),
    reason: z.string(),
    lines: z.array(Difference).meta({ description: 'amounts in 万元, areas in 亩' }),
    approvalId: id.nullable(),
    evidence: z.int().meta({ description: 'files attached as evidence' }),
    importId: id
      .nullable()
      .meta({ description: 'the import whose row has the right values: its workbook is evidence' }),
    importRow: z.int().nullable(),
    askedBy: z.string().nullable(),
    askedAt: instant,
    agreedBy: z.string().nullable().meta({ description: 'who agreed, or who returned it' }),
    knownFrom: instant.nullable().meta({ description: 'from when the corrected values are known' }),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'Correction' });

const one = z.object({ id });
const refuses = [
  'contract.not-signed',
  'contract.number',
  'contract.ends-before-signing',
  'contract.area-missing',
  'correction.nothing',
  'correction.of-parent',
  'correction.open',
  'correction.signed-after',
  'supplement.parcel',
  'supplement.no-promise',
  'commitment.one-side',
  'commitment.not-per-mu',
  'commitment.unchanged',
  'park.unknown',
  'industry.unknown',
  'area.zero',
  'area.range',
  'area.too-fine',
  'money.range',
  'money.too-fine',
  'quantity.unit',
  'quantity.whole',
  'quantity.percent',
  'field.duplicate',
  'period.order',
  'date.before-signing',
  'date.future',
];

/** 更正 of a clerical slip in a signed contract. What changes the deal is a supplement. */
export const corrections = {
  list: route({
    method: 'GET',
    path: '/contracts/:id/corrections',
    access: ['read', 'Contract'],
    summary: { zh: '合同的更正', en: 'Corrections of a contract' },
    description: 'Newest first, those that wait or were returned included.',
    params: one,
    response: z.object({ data: z.array(Correction) }),
  }),
  preview: route({
    method: 'POST',
    path: '/contracts/:id/corrections/preview',
    access: ['correct', 'Contract'],
    tells: 'read',
    status: 200,
    summary: { zh: '预览更正', en: 'Preview a correction' },
    description:
      'Values before and after, and the verdicts that would change, computed by the rules that would apply it. Writes nothing. Amounts in 万元, areas in 亩.',
    params: one,
    body: CorrectionFacts,
    response: CorrectionPreview,
    refuses,
  }),
  create: route({
    method: 'POST',
    path: '/contracts/:id/corrections',
    access: ['correct', 'Contract'],
    status: 201,
    guarded: true,
    summary: { zh: '提请更正', en: 'Ask for a correction' },
    description:
      'For a fact that was written down wrongly. Another person agrees (approval of the kind `contract-correction`) once evidence is attached (`POST /files`, subject `correction`): without it the approval is refused with `correction.evidence`. Then the value holds from the beginning and is known from that instant. Earlier answers as known then stay. If-Match: the version of the contract.',
    params: one,
    body: CorrectionFacts.extend({
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: Correction,
    refuses: [...refuses, 'version.stale', 'version.missing'],
  }),
};

export type Correction = z.infer<typeof Correction>;
export type CorrectionFacts = z.infer<typeof CorrectionFacts>;
export type CorrectionPreview = z.infer<typeof CorrectionPreview>;
