import { MAX_LEVELS, approvalKinds, approvalStates, approverRoles } from '@crm/domain/approvals';
import { z } from 'zod';
import { decimal, decimalOut, id, instant, listQuery, note, pageOf, route, text, version } from '../wire/index.js';

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Person = z.object({ id, name: z.string() });
/** Who may sign: a role, or one of the people named. */
const OpenTo = {
  role: z.enum(approverRoles).nullable(),
  people: z.array(Person).meta({ description: 'the people named; empty if a role is named' }),
};

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

const LevelIn = z
  .strictObject({ role: z.enum(approverRoles).optional(), userIds: z.array(id).min(1).max(20).optional() })
  .meta({ description: 'a role, or named people of whom one signs' });
export const ApprovalPolicy = z
  .object({
    id,
    kind: z.enum(approvalKinds),
    fromWan: decimalOut.meta({ description: '万元, inclusive' }),
    belowStandardOnly: z.boolean(),
    levels: z.array(z.object(OpenTo)),
    changedBy: z.string().nullable().meta({ description: 'null: the default policy, never changed' }),
    knownFrom: instant,
  })
  .meta({ id: 'ApprovalPolicy' });

/** A row that was in force until it was replaced. */
export const EndedPolicy = ApprovalPolicy.extend({
  knownTo: instant,
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
}).meta({ id: 'EndedPolicy' });
const policies = z.object({
  data: z.array(ApprovalPolicy),
  versions: z
    .record(z.enum(approvalKinds), z.int())
    .meta({ description: 'version of the rows of each kind, for If-Match; the rows of a kind are replaced together' }),
  history: z.array(EndedPolicy).meta({ description: 'the latest to end comes first' }),
});

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
    refuses,
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

export const approvalPolicies = {
  list: route({
    method: 'GET',
    path: '/approval-policies',
    access: ['read', 'ApprovalPolicy'],
    summary: { zh: '审批权限表', en: 'Approval policy' },
    response: policies,
  }),
  replace: route({
    method: 'POST',
    path: '/approval-policies',
    access: ['update', 'ApprovalPolicy'],
    status: 200,
    guarded: true,
    summary: { zh: '修改审批权限', en: 'Replace the policy of a kind' },
    description:
      'Replaces the rows of one kind; the old rows are kept as history. Pending approvals keep their levels. Of the matching rows, the one with the most levels applies. If-Match takes the version of the kind; a 412 answer carries the rows that another person has set meanwhile.',
    body: z.strictObject({
      kind: z.enum(approvalKinds),
      rows: z
        .array(
          z.strictObject({
            fromWan: decimal(),
            belowStandardOnly: z.boolean(),
            levels: z.array(LevelIn).max(MAX_LEVELS),
          }),
        )
        .max(20),
      reason: note(500).refine((reason) => reason !== '', { params: { code: 'field.required' } }),
    }),
    response: policies,
    refuses: [
      'approval.policy-twice',
      'approval.policy-gap',
      'approval.policy-idle',
      'approval.level',
      'approval.level-of',
      'user.unknown',
      'version.stale',
      'version.missing',
    ],
  }),
};

export type Approval = z.infer<typeof Approval>;
export type ApprovalInFull = z.infer<typeof ApprovalInFull>;
export type ApprovalStep = z.infer<typeof ApprovalStep>;
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>;
export type EndedPolicy = z.infer<typeof EndedPolicy>;
