import { approvalKinds, approvalStates } from '@crm/domain/approvals';
import { z } from 'zod';
import { decimalOut, id, instant, listQuery, note, pageOf, route, text, version } from '../wire/index.js';
import { OpenTo, Person } from './signers.js';

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const ApprovalStep = z
  .object({
    id,
    level: z.int(),
    ...OpenTo,
    addedBy: Person.nullable().meta({ description: 'who added this signer' }),
    addedReason: z.string().nullable(),
    decidedBy: Person.nullable(),
    decision: z.enum(['approved', 'returned']).nullable(),
    note: z.string(),
    at: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ApprovalStep' });

export const Approval = z
  .object({
    id,
    kind: z.enum(approvalKinds),
    subjectId: id,
    contractId: id.nullable(),
    contractNumber: z.string().nullable(),
    enterpriseName: z.string().nullable(),
    projectName: z.string().nullable(),
    title: z.record(z.string(), fact).meta({ description: 'values for the title sentence of the kind' }),
    amountWan: decimalOut.nullable(),
    belowStandard: z.boolean(),
    state: z.enum(approvalStates),
    level: z.int().nullable().meta({ description: 'the level that is waiting, from 1' }),
    levels: z.int().meta({ description: 'number of levels; 0: granted at once, no approval needed' }),
    waitingFor: z.array(z.object(OpenTo)),
    mayDecide: z.boolean().meta({ description: 'the caller may decide it now' }),
    mayRevoke: z.boolean(),
    requestedBy: Person,
    requestedAt: instant,
    closedBy: Person.nullable(),
    closedAt: instant.nullable(),
    reason: z.string().nullable().meta({ description: 'why it was returned' }),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'Approval' });

export const ApprovalInFull = Approval.extend({
  payload: z.record(z.string(), z.json()).meta({ description: 'the request as it was when it was made' }),
  steps: z.array(ApprovalStep),
}).meta({ id: 'ApprovalInFull' });

const params = z.object({ id });
const decide = ['approve', 'Approval'] as const;
const refuses = [
  'approval.closed',
  'approval.own',
  'approval.twice',
  'approval.not-yours',
  'version.stale',
  'version.missing',
];
const reason = text({ min: 2, max: 500, lines: true });

export const approvals = {
  list: route({
    method: 'GET',
    path: '/approvals',
    access: ['read', 'Approval'],
    summary: { zh: '审批列表', en: 'Approvals' },
    description:
      '`mine`: `todo` waits for me, `requested` I made it, `done` I decided it. A secretary sees the approvals of the enterprises assigned today.',
    query: listQuery({
      filter: {
        mine: z.enum(['todo', 'requested', 'done']),
        kind: z.enum(approvalKinds),
        state: z.enum(approvalStates),
        contractId: id,
        subjectId: id,
        belowStandard: z.boolean(),
      },
      sorts: ['requestedAt', 'amountWan', 'closedAt'],
      defaultOrder: 'desc',
    }),
    response: pageOf(Approval),
  }),
  counts: route({
    method: 'GET',
    path: '/approvals/counts',
    access: ['read', 'Approval'],
    tells: 'nothing',
    summary: { zh: '我的审批数', en: 'My approvals, counted' },
    response: z.object({
      todo: z.int(),
      requested: z.int().meta({ description: 'my requests that are still waiting' }),
      done: z.int(),
    }),
  }),
  signers: route({
    method: 'GET',
    path: '/approvals/signers',
    access: ['read', 'Approval'],
    tells: 'nothing',
    summary: { zh: '谁可以审批', en: 'Who may approve' },
    response: z.object({ data: z.array(Person.extend({ role: z.string(), departmentName: z.string().nullable() })) }),
  }),
  one: route({
    method: 'GET',
    path: '/approvals/:id',
    access: ['read', 'Approval'],
    summary: { zh: '审批', en: 'Approval, with every signature' },
    params,
    response: ApprovalInFull,
  }),
  approve: route({
    method: 'POST',
    path: '/approvals/:id/approve',
    access: decide,
    status: 200,
    guarded: true,
    summary: { zh: '同意', en: 'Approve' },
    description: 'Signs the current level. With the last signature the request takes effect, in the same transaction.',
    params,
    body: z.strictObject({ note: note(500).optional() }),
    response: ApprovalInFull,
    refuses: [...refuses, 'correction.evidence', 'correction.moved'],
  }),
  return: route({
    method: 'POST',
    path: '/approvals/:id/return',
    access: decide,
    status: 200,
    guarded: true,
    summary: { zh: '退回', en: 'Return' },
    description: 'Returns it to the requester with a reason. A new request is a new approval.',
    params,
    body: z.strictObject({ reason }),
    response: ApprovalInFull,
    refuses,
  }),
  addSigner: route({
    method: 'POST',
    path: '/approvals/:id/add-signer',
    access: decide,
    status: 200,
    guarded: true,
    summary: { zh: '加签', en: 'Add a signer' },
    description: 'Adds one signature to the current level, by a person who may approve.',
    params,
    body: z.strictObject({ userId: id, reason }),
    response: ApprovalInFull,
    refuses: [...refuses, 'approval.signer'],
  }),
  revoke: route({
    method: 'POST',
    path: '/approvals/:id/revoke',
    access: ['update', 'Approval'],
    status: 200,
    guarded: true,
    summary: { zh: '撤回', en: 'Withdraw' },
    description: 'Only by the requester, while it is pending.',
    params,
    body: z.strictObject({ reason: note(500).optional() }),
    response: ApprovalInFull,
    refuses,
  }),
};

export type Approval = z.infer<typeof Approval>;
export type ApprovalInFull = z.infer<typeof ApprovalInFull>;
export type ApprovalStep = z.infer<typeof ApprovalStep>;
