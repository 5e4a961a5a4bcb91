import { MAX_LEVELS, approvalKinds, approvalStates, approverRoles } from '@crm/domain/approvals';
import { z } from 'zod';
import { decimal, decimalOut, id, instant, listQuery, note, pageOf, route, text, version } from '../wire/index.js';

export const APPROVAL_KINDS = approvalKinds;
export const APPROVAL_STATES = approvalStates;
export const APPROVER_ROLES = approverRoles;

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Person = z.object({ id, name: z.string() });
/** Who may sign: a role, or one of the people named. */
const OpenTo = {
  role: z.enum(approverRoles).nullable(),
  people: z.array(Person).meta({ description: 'named; empty where a role is meant' }),
};

export const ApprovalStep = z
  .object({
    id,
    level: z.int(),
    ...OpenTo,
    addedBy: Person.nullable().meta({ description: 'of a signer who was added' }),
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
    title: z.record(z.string(), fact).meta({ description: 'what the sentence of the kind needs' }),
    amountWan: decimalOut.nullable(),
    belowStandard: z.boolean(),
    state: z.enum(approvalStates),
    level: z.int().nullable().meta({ description: 'the one that waits, from 1' }),
    levels: z.int().meta({ description: 'how many it passes; 0: granted at once, nothing is asked' }),
    waitingFor: z.array(z.object(OpenTo)),
    mayDecide: z.boolean().meta({ description: 'it waits for the one who asks' }),
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
  payload: z.record(z.string(), z.json()).meta({ description: 'what is asked for, as it stood when it was asked' }),
  steps: z.array(ApprovalStep),
}).meta({ id: 'ApprovalInFull' });

const LevelIn = z
  .strictObject({ role: z.enum(approverRoles).optional(), userIds: z.array(id).min(1).max(20).optional() })
  .meta({ description: 'a role, or people of whom one signs' });
export const ApprovalPolicy = z
  .object({
    id,
    kind: z.enum(approvalKinds),
    fromWan: decimalOut.meta({ description: '万元, inclusive' }),
    belowStandardOnly: z.boolean(),
    levels: z.array(z.object(OpenTo)),
    changedBy: z.string().nullable().meta({ description: 'null: ours, never changed' }),
    knownFrom: instant,
  })
  .meta({ id: 'ApprovalPolicy' });

/** A row that was in force until another took its place. */
export const EndedPolicy = ApprovalPolicy.extend({
  knownTo: instant,
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
}).meta({ id: 'EndedPolicy' });
const policies = z.object({
  data: z.array(ApprovalPolicy),
  versions: z
    .record(z.enum(approvalKinds), z.int())
    .meta({ description: 'of the rows of each kind, which are replaced as a whole: what If-Match asks for' }),
  history: z.array(EndedPolicy).meta({ description: 'the last to end first' }),
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
      '`mine`: `todo` what waits for me, `requested` what I asked for, `done` what I decided. A secretary sees those of the firms assigned today.',
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
    summary: { zh: '我的审批数', en: 'How many concern me' },
    response: z.object({
      todo: z.int(),
      requested: z.int().meta({ description: 'of mine, still waiting' }),
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
    description:
      'Signs the level that waits. With the last signature what was asked for happens, in the same transaction.',
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
    description: 'Back to the one who asked, with the reason; asked anew it is another case.',
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
    description: 'One more signature at the level that waits, by somebody who may approve.',
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
    summary: { zh: '撤回', en: 'Take back' },
    description: 'By the one who asked, while it waits.',
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
    summary: { zh: '修改审批权限', en: 'Set the policy of a kind' },
    description:
      'Replaces the rows of one kind; the old ones stay known until now. Cases that wait keep the levels they were given. Of the rows that match a case, the one with the most levels speaks. If-Match: the version of the kind; 412 carries the rows another has set meanwhile.',
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
