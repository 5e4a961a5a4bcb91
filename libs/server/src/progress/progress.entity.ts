import { defineTable, amount, day, instant, integer, json, numeric, text, uuid } from '@crm/platform/db';

export const milestoneExtensionTable = defineTable('milestone_extension', {
  id: uuid(),
  milestoneId: uuid().references('milestone'),
  fromDay: day(),
  toDay: day(),
  reason: text(),
  requestedBy: uuid().nullable().references('app_user'),
  approvedBy: uuid().nullable().references('app_user'),
  grantedAt: instant().computed('now()'),
});

export const milestoneReachedTable = defineTable('milestone_reached', {
  milestoneId: uuid().references('milestone'),
  actualOn: day(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const receiptTable = defineTable('receipt', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text(),
  arrivedOn: day(),
  amountWan: amount(),
  entered: json<unknown>(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user'),
  verifiedBy: uuid().nullable().references('app_user'),
  verifiedAt: instant().nullable(),
  correctsId: uuid().nullable().references('receipt'),
  correctionReason: text().nullable(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const checkUpLimitTable = defineTable('check_up_limit', {
  id: uuid(),
  monthsToStart: integer(),
  monthsToFirstMoney: integer(),
  leastPercent: numeric(9, 6),
  monthsBetweenMoney: integer(),
  reason: text().default(''),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});
