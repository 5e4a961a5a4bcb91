import { MAX_LEVELS, approvalKinds, approverRoles } from '@crm/domain/approvals';
import { z } from 'zod';
import { decimal, decimalOut, id, instant, note, route } from '../wire/index.js';
import { OpenTo } from './signers.js';

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
export type ApprovalPolicy = z.infer<typeof ApprovalPolicy>;
export type EndedPolicy = z.infer<typeof EndedPolicy>;
