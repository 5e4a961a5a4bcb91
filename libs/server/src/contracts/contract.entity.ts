import {
  defineTable,
  amount,
  day,
  flag,
  instant,
  integer,
  json,
  numeric,
  recordColumns,
  text,
  uuid,
} from '@crm/platform/db';

export const investmentProjectTable = defineTable('investment_project', {
  id: uuid(),
  enterpriseId: uuid().references('enterprise'),
  parkId: uuid().nullable().references('park'),
  industryId: uuid().nullable().references('industry'),
  name: text(),
  matchName: text(),
  importId: uuid().nullable(),
  ...recordColumns(),
});

export const contractTable = defineTable('contract', {
  id: uuid(),
  number: text(),
  kind: text(),
  status: text().default('draft'),
  enterpriseId: uuid().references('enterprise'),
  projectId: uuid().references('investment_project'),
  parkId: uuid().references('park'),
  industryId: uuid().references('industry'),
  signedOn: day().nullable(),
  amountWan: amount().nullable(),
  amountEntered: json<unknown>().nullable(),
  areaMu: amount().nullable(),
  landFree: flag().default(false),
  channel: text().nullable(),
  handlerName: text().nullable(),
  officerId: uuid().nullable().references('app_user'),
  firstContactOn: day().nullable(),
  fullProductionYear: integer().nullable(),
  fullProductionOn: day().nullable(),
  energyTce: amount().nullable(),
  rdPercent: numeric(9, 6).nullable(),
  note: text().default(''),
  belowStandard: flag().default(false),
  belowStandardReason: text().nullable(),
  belowStandardApprovedBy: uuid().nullable().references('app_user'),
  signedBy: uuid().nullable().references('app_user'),
  createdBy: uuid().nullable().references('app_user'),
  importId: uuid().nullable(),
  ...recordColumns(),
  endedOn: day().nullable(),
  endReason: text().nullable(),
  parentId: uuid().nullable().references('contract'),
  renewsId: uuid().nullable().references('contract'),
  termFrom: day().nullable(),
  termTo: day().nullable(),
});

export const parcelTable = defineTable('parcel', {
  id: uuid(),
  contractId: uuid().references('contract'),
  code: text().default(''),
  phase: text().default(''),
  basis: text().default('granted'),
  enteredValue: amount(),
  enteredUnit: text(),
  areaMu: amount(),
  enteredBy: uuid().nullable().references('app_user'),
  importId: uuid().nullable(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const milestoneTable = defineTable('milestone', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text(),
  plannedOn: day().nullable(),
  actualOn: day().nullable(),
  ...recordColumns(),
});

export const contractStandardTable = defineTable('contract_standard', {
  contractId: uuid().primary().references('contract'),
  indicator: text().primary(),
  standardId: uuid().references('provincial_standard'),
  perMuWan: amount().nullable(),
});

export const supportPaymentTable = defineTable('support_payment', {
  id: uuid(),
  contractId: uuid().references('contract'),
  paidWan: amount(),
  entered: json<unknown>(),
  paidOn: day(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user'),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const supportClauseTable = defineTable('support_clause', {
  id: uuid(),
  contractId: uuid().references('contract'),
  text: text(),
  endsOn: day(),
  enteredBy: uuid().nullable().references('app_user'),
  endedBy: uuid().nullable().references('app_user'),
  endReason: text().nullable(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const clauseChecklistItemTable = defineTable('clause_checklist_item', {
  id: uuid(),
  key: text(),
  name: text(),
  nameEn: text(),
  required: flag(),
  position: integer(),
  active: flag().default(true),
  ...recordColumns(),
});

export const contractCheckTable = defineTable('contract_check', {
  id: uuid(),
  contractId: uuid().references('contract'),
  itemId: uuid().references('clause_checklist_item'),
  checkedBy: uuid().references('app_user'),
  checkedAt: instant().computed('now()'),
  note: text().default(''),
  knownTo: instant().later(),
});
