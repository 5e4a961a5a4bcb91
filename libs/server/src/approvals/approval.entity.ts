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

/** A case: something that somebody asks others to sign. */
export const approvalTable = defineTable('approval', {
  id: uuid(),
  kind: text<ApprovalKind>(),
  /** The record that changes when it is granted; one open case per kind and subject. */
  subjectId: uuid(),
  /** Whose page it stands on, and by which secretaries' sight is narrowed. */
  contractId: uuid().nullable().references('contract'),
  /** Facts for the sentence on the screen. */
  title: json<Readonly<Record<string, string | number | boolean | null>>>(),
  /** What is asked for, as it stood when it was asked for: what is granted is this. */
  payload: json<Readonly<Record<string, Json>>>().hidden(),
  amountWan: amount().nullable(),
  belowStandard: flag(),
  state: text<ApprovalState>(),
  /** The level that waits, from 1; null once closed. */
  level: integer().nullable(),
  levels: integer(),
  requestedBy: uuid().references('app_user'),
  /** Who signed or sent it back last; of a case without levels the one who asked. */
  closedBy: uuid().nullable().references('app_user'),
  closedAt: instant().later(),
  reason: text().later(),
  ...quietRecordColumns(),
  createdAt: instant().computed('now()'),
  demo: flag().default(false),
});

/** A signature that is asked for, of a role or of one of some people. */
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

/** Which cases pass which levels. */
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
