import type { Receipt } from '@crm/api-contract/progress';
import { amount, day, defineTable, instant, integer, json, numeric, text, uuid } from '@crm/platform/db';
import type { TypedAmount } from '../contracts/contract.entity.js';

/** 延期, as granted; the plan itself stays. */
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

/** The day a milestone was reached, as known; the database stores it when a milestone changes. */
export const milestoneReachedTable = defineTable('milestone_reached', {
  milestoneId: uuid().references('milestone'),
  actualOn: day(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** 到位资金: money that arrived for a contract. */
export const receiptTable = defineTable('receipt', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text<Receipt['kind']>(),
  arrivedOn: day(),
  amountWan: amount(),
  entered: json<TypedAmount>(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  verifiedBy: uuid().later().references('app_user').hidden(),
  verifiedAt: instant().later(),
  correctsId: uuid().later().references('receipt'),
  correctionReason: text().later(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

/** The limits from which the check-up flags a project. */
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
