import {
  defineTable,
  amount,
  flag,
  instant,
  integer,
  json,
  recordColumns,
  text,
  uuid,
  uuidList,
} from '@crm/platform/db';

export const approvalTable = defineTable('approval', {
  id: uuid(),
  kind: text(),
  subjectId: uuid(),
  contractId: uuid().nullable().references('contract'),
  title: json<unknown>(),
  payload: json<unknown>(),
  amountWan: amount().nullable(),
  belowStandard: flag(),
  state: text(),
  level: integer().nullable(),
  levels: integer(),
  requestedBy: uuid().references('app_user'),
  closedBy: uuid().nullable().references('app_user'),
  closedAt: instant().nullable(),
  reason: text().nullable(),
  ...recordColumns(),
});

export const approvalStepTable = defineTable('approval_step', {
  id: uuid(),
  approvalId: uuid().references('approval'),
  level: integer(),
  role: text().nullable(),
  userIds: uuidList().nullable(),
  addedBy: uuid().nullable().references('app_user'),
  addedReason: text().nullable(),
  decidedBy: uuid().nullable().references('app_user'),
  decision: text().nullable(),
  note: text().default(''),
  at: instant().nullable(),
  createdAt: instant().computed('now()'),
});

export const approvalPolicyTable = defineTable('approval_policy', {
  id: uuid(),
  kind: text(),
  fromWan: amount(),
  belowStandardOnly: flag(),
  levels: json<unknown>(),
  changedBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
  endedBy: uuid().nullable().references('app_user'),
  endReason: text().nullable(),
});
