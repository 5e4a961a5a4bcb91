import { z } from 'zod';
import { AmountIn, Typed } from '../contracts/index.js';
import { MAY } from '../permissions/index.js';
import { day, decimalOut, id, instant, listQuery, may, note, pageOf, route } from '../wire/index.js';
import { RECEIPT_KINDS } from '../choices/index.js';

/** 到位资金: one dated amount received, exact in 万元 and as typed, with who entered and who verified it. */
export const Receipt = z
  .object({
    id,
    contractId: id,
    contractNumber: z.string(),
    enterpriseId: id,
    enterpriseName: z.string(),
    projectId: id,
    projectName: z.string(),
    kind: z.enum(RECEIPT_KINDS),
    arrivedOn: z.string(),
    amountWan: decimalOut,
    entered: Typed,
    note: z.string(),
    enteredBy: z.string().nullable(),
    enteredById: id.nullable(),
    may: may(MAY.Receipt),
    verifiedBy: z.string().nullable(),
    verifiedAt: instant.nullable(),
    locked: z.boolean(),
    correctsId: id.nullable(),
    correctionReason: z.string().nullable(),
    knownFrom: instant,
    knownTo: instant.nullable().meta({ description: 'null: known now' }),
  })
  .meta({ id: 'Receipt' });

const receipt = { kind: z.enum(RECEIPT_KINDS), arrivedOn: day, amount: AmountIn, note: note(500).optional() };

export const receipts = {
  list: route({
    method: 'GET',
    path: '/receipts',
    access: ['read', 'Receipt'],
    summary: { zh: '到位资金列表', en: 'Receipts' },
    description: 'What is known now; `history: true` adds corrected entries.',
    query: listQuery({
      filter: {
        contractId: id,
        projectId: id,
        enterpriseId: id,
        parkId: id,
        kind: z.enum(RECEIPT_KINDS),
        verified: z.boolean(),
        arrivedOn_gte: day,
        arrivedOn_lte: day,
        history: z.boolean(),
      },
      sorts: ['arrivedOn', 'amountWan', 'knownFrom'],
      defaultSort: 'arrivedOn',
      defaultOrder: 'desc',
    }),
    response: pageOf(Receipt),
  }),
  create: route({
    method: 'POST',
    path: '/receipts',
    access: ['create', 'Receipt'],
    status: 201,
    summary: { zh: '登记到位资金', en: 'Add a receipt' },
    body: z.strictObject({ contractId: id, ...receipt }),
    response: Receipt,
    refuses: [
      'contract.supplement',
      'contract.not-signed',
      'date.future',
      'decimal.positive',
      'money.range',
      'money.too-fine',
    ],
  }),
  correct: route({
    method: 'POST',
    path: '/receipts/:id/correct',
    access: ['correct', 'Receipt'],
    status: 200,
    summary: { zh: '更正到位资金', en: 'Correct a receipt' },
    description:
      'The old entry is kept as known until now; an amount of 0 means nothing was received. A verified receipt is locked.',
    params: z.object({ id }),
    body: z.strictObject({
      ...receipt,
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: Receipt,
    refuses: [
      'receipt.locked',
      'receipt.superseded',
      'receipt.unchanged',
      'date.future',
      'money.range',
      'money.too-fine',
    ],
  }),
  verify: route({
    method: 'POST',
    path: '/receipts/:id/verify',
    access: ['verify', 'Receipt'],
    status: 200,
    summary: { zh: '核实到位资金', en: 'Verify a receipt' },
    description: 'By another person than the one who entered it. A verified receipt is locked.',
    params: z.object({ id }),
    response: Receipt,
    refuses: ['receipt.verify-own', 'receipt.superseded', 'receipt.locked'],
  }),
};

export type Receipt = z.infer<typeof Receipt>;
