import type { ApprovalKind, ApprovalLevel, ApprovalState, ApproverRole } from '@crm/domain/approvals';
import {
  amount,
  defineTable,
  flag,
  instant,
  integer,
  json,
  quietRecordColumns,
  text,
  uuid,
  uuidList,
} from '@crm/platform/db';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A case: a request that others approve. */
export const approvalTable = defineTable('approval', {
  id: uuid(),
  kind: text<ApprovalKind>(),
  /** The record that changes when it is granted; one open case per kind and subject. */
  subjectId: uuid(),
  /** The contract whose page shows the case; it also limits which secretaries see it. */
  contractId: uuid().nullable().references('contract'),
  /** Facts for the sentence on the screen. */
  title: json<Readonly<Record<string, string | number | boolean | null>>>(),
  /** The request as it was made; exactly this is granted. */
  payload: json<Readonly<Record<string, Json>>>().hidden(),
  amountWan: amount().nullable(),
  belowStandard: flag(),
  state: text<ApprovalState>(),
  /** The level that waits, from 1; null once closed. */
  level: integer().nullable(),
  levels: integer(),
  requestedBy: uuid().references('app_user'),
  /** Who last signed or returned it; for a case without levels, the requester. */
  closedBy: uuid().nullable().references('app_user'),
  closedAt: instant().later(),
  reason: text().later(),
  ...quietRecordColumns(),
  createdAt: instant().computed('now()'),
  demo: flag().default(false),
});

/** A signature that is needed from a role, or from one of several people. */
export const approvalStepTable = defineTable('approval_step', {
  id: uuid(),
  approvalId: uuid().references('approval'),
  level: integer(),
  role: text<ApproverRole>().nullable(),
  userIds: uuidList().nullable(),
  addedBy: uuid().later().references('app_user'),
  addedReason: text().later(),
  decidedBy: uuid().later().references('app_user'),
  decision: text<'approved' | 'returned'>().later(),
  note: text().default(''),
  at: instant().later(),
  createdAt: instant().computed('now()'),
});

/** Which cases need which levels. */
export const approvalPolicyTable = defineTable('approval_policy', {
  id: uuid(),
  kind: text<ApprovalKind>(),
  fromWan: amount(),
  belowStandardOnly: flag(),
  levels: json<readonly ApprovalLevel[]>(),
  changedBy: uuid().nullable().references('app_user').hidden(),
  endedBy: uuid().later().references('app_user').hidden(),
  endReason: text().later().hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later().hidden(),
});
