import { leadChannels, leadStages } from '@crm/domain/leads';
import { z } from 'zod';
import { MAY } from '../permissions/index.js';
import { phone } from '../enterprises/index.js';
import {
  day,
  decimal,
  decimalOut,
  id,
  instant,
  line,
  listQuery,
  may,
  note,
  pageOf,
  route,
  searched,
  text,
  version,
} from '../wire/index.js';
import { CoReport, TimelineEntry } from './lead-history.contract.js';
import { FollowUp } from './follow-ups.contract.js';

export const Lead = z
  .object({
    id,
    enterpriseId: id,
    enterpriseName: z.string(),
    projectName: z.string(),
    stage: z.enum(leadStages),
    stageSince: z.string().meta({ description: 'instant of the last move' }),
    parkId: id,
    parkName: z.string(),
    industryId: id.nullable(),
    industryName: z.string().nullable(),
    channel: z.enum(leadChannels).nullable(),
    investmentWan: decimalOut.meta({ description: '拟投资, 万元' }),
    investmentTyped: z.string().nullable().meta({ description: 'as typed, with its unit' }),
    areaMu: decimalOut.nullable().meta({ description: '意向用地, 亩' }),
    areaTyped: z.string().nullable(),
    ownerId: id,
    ownerName: z.string(),
    nextStep: z.string().nullable(),
    nextOn: z.string().nullable(),
    note: z.string(),
    lossReason: z.string().nullable(),
    overrideReason: z
      .string()
      .nullable()
      .meta({ description: 'why it was created although another officer reported the enterprise first' }),
    filingSuggested: z.boolean().meta({ description: '首报备案: by default from 10 亿元' }),
    createdAt: z.string(),
    updatedAt: z.string(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'Lead' });

export const LeadDetail = Lead.extend({
  creditCode: z.string().nullable(),
  departmentName: z.string().nullable(),
  allowedStages: z.array(z.enum(leadStages)),
  followUps: z.array(FollowUp).meta({ description: 'the newest 20' }),
  may: may(MAY.Lead),
}).meta({ id: 'LeadDetail' });

const filter = {
  q: searched,
  stage: z.enum(leadStages),
  stage_in: z.array(z.enum(leadStages)).min(1).max(leadStages.length),
  parkId: id,
  industryId: id,
  enterpriseId: id,
  channel: z.enum(leadChannels),
  ownerId: id,
  mine: z.boolean(),
  nextOn_lte: day,
  investmentWan_gte: decimal(),
  investmentWan_lte: decimal(),
  createdAt_gte: instant,
  createdAt_lte: instant,
};
const Sums = { count: z.int(), investmentWan: decimalOut, areaMu: decimalOut };

const amounts = {
  investmentTyped: line(40).optional().meta({ description: '“3.2 亿”: must equal investmentWan' }),
  areaMu: decimal({ positive: true }).nullable().optional(),
  areaTyped: line(40).nullable().optional(),
};
const nextStep = { nextStep: line(200), nextOn: day };

export const leads = {
  list: route({
    method: 'GET',
    path: '/leads',
    access: ['read', 'Lead'],
    summary: { zh: '线索列表', en: 'Leads' },
    query: listQuery({
      filter,
      sorts: ['updatedAt', 'createdAt', 'nextOn', 'investmentWan', 'areaMu', 'stageSince'],
      defaultSort: 'updatedAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(Lead),
  }),
  summary: route({
    method: 'GET',
    path: '/leads/summary',
    access: ['read', 'Lead'],
    summary: { zh: '线索合计', en: 'Totals of a filter' },
    description: 'Exact totals of all rows of the filter: 条, 万元, 亩, also by stage.',
    query: listQuery({ filter, sorts: ['updatedAt'] }),
    response: z.object({ ...Sums, stages: z.array(z.object({ stage: z.enum(leadStages), ...Sums })) }),
  }),
  one: route({
    method: 'GET',
    path: '/leads/:id',
    access: ['read', 'Lead'],
    summary: { zh: '线索', en: 'Lead' },
    params: z.object({ id }),
    response: LeadDetail,
  }),
  create: route({
    method: 'POST',
    path: '/leads',
    access: ['create', 'Lead'],
    status: 201,
    summary: { zh: '登记线索', en: 'Create a lead' },
    description:
      'The enterprise is found by credit code or normalised name; otherwise it is registered. If a colleague reported it first, the answer is 409 `lead.first-reported` with what the caller may see, and the report is kept as a co-report. `overrideReason` creates the lead anyway. A code of another name is refused as `enterprise.code-of-another`, with both names; with `overrideReason` the lead is for the enterprise of the name, without the code.',
    body: z.strictObject({
      enterpriseName: text({ min: 1, max: 200 }),
      projectName: text({ min: 1, max: 200 }),
      parkId: id,
      investmentWan: decimal(),
      ...nextStep,
      ...amounts,
      creditCode: z.string().max(64).optional(),
      industryId: id.nullable().optional(),
      channel: z.enum(leadChannels).nullable().optional(),
      contactName: line(60).optional(),
      contactPhone: phone.optional(),
      note: note(2_000).optional(),
      ownerId: id.optional(),
      overrideReason: line(200).optional(),
    }),
    response: Lead,
    refuses: [
      'lead.duplicate',
      'lead.first-reported',
      'enterprise.renamed',
      'enterprise.code-of-another',
      'uscc.check',
      'park.unknown',
      'industry.unknown',
      'amount.as-typed',
      'user.unknown',
    ],
  }),
  update: route({
    method: 'PATCH',
    path: '/leads/:id',
    access: ['update', 'Lead'],
    guarded: true,
    summary: { zh: '修改线索', en: 'Change a lead' },
    params: z.object({ id }),
    body: z.strictObject({
      projectName: text({ min: 1, max: 200 }).optional(),
      parkId: id.optional(),
      industryId: id.nullable().optional(),
      channel: z.enum(leadChannels).nullable().optional(),
      investmentWan: decimal().optional(),
      ...amounts,
      nextStep: nextStep.nextStep.optional(),
      nextOn: nextStep.nextOn.optional(),
      note: note(2_000).optional(),
    }),
    response: Lead,
    refuses: ['version.stale', 'lead.duplicate', 'park.unknown', 'industry.unknown', 'amount.as-typed'],
  }),
  move: route({
    method: 'POST',
    path: '/leads/:id/move',
    access: ['update', 'Lead'],
    status: 200,
    summary: { zh: '推进或退回线索', en: 'Move a lead to another stage' },
    params: z.object({ id }),
    body: z.strictObject({ stage: z.enum(leadStages), lossReason: line(200).optional() }),
    response: Lead,
    refuses: ['lead.transition', 'lead.loss-reason', 'lead.duplicate'],
  }),
  transfer: route({
    method: 'POST',
    path: '/leads/:id/transfer',
    access: ['transfer', 'Lead'],
    status: 200,
    summary: { zh: '移交线索', en: 'Transfer a lead to a colleague' },
    params: z.object({ id }),
    description: 'Stage, next step and history stay as they are.',
    body: z.strictObject({
      ownerId: id,
      fromOwnerId: id.optional().meta({ description: 'whom the page showed as owner' }),
      reason: line(200),
    }),
    response: Lead,
    refuses: ['user.unknown', 'lead.transferred'],
  }),
  timeline: route({
    method: 'GET',
    path: '/leads/:id/timeline',
    access: ['read', 'Lead'],
    summary: { zh: '线索经过', en: 'History of a lead' },
    params: z.object({ id }),
    response: z.object({ data: z.array(TimelineEntry) }),
  }),
  coReports: route({
    method: 'GET',
    path: '/leads/:id/co-reports',
    access: ['read', 'Lead'],
    summary: { zh: '共同报备', en: 'Co-reports of the same enterprise' },
    params: z.object({ id }),
    response: z.object({ data: z.array(CoReport) }),
  }),
};

export type Lead = z.infer<typeof Lead>;
export type LeadDetail = z.infer<typeof LeadDetail>;
