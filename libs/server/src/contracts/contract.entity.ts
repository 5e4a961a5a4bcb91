import type { ContractKind, ContractState, MilestoneKind } from '@crm/domain/contracts';
import type { AreaBasis, AreaUnit, MoneyUnit } from '@crm/domain/quantities';
import type { Indicator } from '@crm/domain/standards';
import {
  amount,
  day,
  defineTable,
  flag,
  instant,
  integer,
  json,
  numeric,
  quietRecordColumns,
  recordColumns,
  text,
  uuid,
} from '@crm/platform/db';

/** An amount of money as typed. */
export interface TypedAmount {
  readonly value: string;
  readonly unit: MoneyUnit;
}

/** 项目: what an enterprise builds; several contracts may belong to one. */
export const investmentProjectTable = defineTable('investment_project', {
  id: uuid(),
  name: text().editable(),
  enterpriseId: uuid().references('enterprise'),
  parkId: uuid().nullable().references('park').editable(),
  industryId: uuid().nullable().references('industry').editable(),
  importId: uuid().later(),
  /** The normalised name for matching. */
  matchName: text().hidden(),
  version: integer().default(1),
  createdAt: instant().computed('now()').hidden(),
  updatedAt: instant().computed('now()').hidden(),
  demo: flag().default(false),
});

/** A contract of any kind: substantive, performance, framework, supplement. */
export const contractTable = defineTable('contract', {
  id: uuid(),
  number: text().editable(),
  kind: text<ContractKind>().editable(),
  status: text<ContractState>().default('draft'),
  enterpriseId: uuid().references('enterprise'),
  projectId: uuid().references('investment_project'),
  parkId: uuid().references('park').editable(),
  industryId: uuid().references('industry').editable(),
  signedOn: day().later(),
  amountWan: amount().nullable(),
  amountEntered: json<TypedAmount>().nullable(),
  areaMu: amount().nullable(),
  landFree: flag().default(false),
  channel: text().nullable().editable(),
  handlerName: text().nullable().editable(),
  officerId: uuid().nullable().references('app_user').editable(),
  firstContactOn: day().nullable().editable(),
  fullProductionYear: integer().nullable().editable(),
  fullProductionOn: day().nullable().editable(),
  energyTce: amount().nullable().editable(),
  rdPercent: numeric(9, 6).nullable().editable(),
  note: text().default('').editable(),
  termFrom: day().nullable().editable(),
  termTo: day().nullable().editable(),
  belowStandard: flag().default(false),
  belowStandardReason: text().later(),
  endedOn: day().later(),
  endReason: text().later(),
  importId: uuid().later(),
  ...recordColumns(),
  belowStandardApprovedBy: uuid().later().references('app_user').hidden(),
  signedBy: uuid().later().references('app_user').hidden(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  /** The contract a supplement amends. */
  parentId: uuid().later().references('contract').hidden(),
  /** The contract that this one renews. */
  renewsId: uuid().later().references('contract').hidden(),
});

/** A parcel of a contract, as known; a new measurement adds a row. */
export const parcelTable = defineTable('parcel', {
  id: uuid(),
  contractId: uuid().references('contract'),
  code: text().default(''),
  phase: text().default(''),
  basis: text<AreaBasis>().default('granted'),
  enteredValue: amount(),
  enteredUnit: text<AreaUnit>(),
  areaMu: amount(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  importId: uuid().later().hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later(),
});

export const milestoneTable = defineTable('milestone', {
  id: uuid(),
  contractId: uuid().references('contract'),
  kind: text<MilestoneKind>(),
  plannedOn: day().nullable(),
  actualOn: day().nullable(),
  ...quietRecordColumns(),
});

/** The standard in force on the signing day, with its value; later versions do not change it. */
export const contractStandardTable = defineTable('contract_standard', {
  contractId: uuid().primary().references('contract'),
  indicator: text<Indicator>().primary(),
  standardId: uuid().references('provincial_standard'),
  perMuWan: amount().nullable(),
  /** Those of the signature are known from the beginning; a correction of day or place ends them. */
  knownFrom: instant().computed(`'-infinity'::timestamp with time zone`).primary().hidden(),
  knownTo: instant().later().hidden(),
});

/** The columns of a contract as they were known until a correction. */
export const contractAsKnownTable = defineTable('contract_as_known', {
  id: uuid(),
  contractId: uuid().references('contract'),
  /** By column; values as text. */
  was: json<Readonly<Record<string, string | null>>>(),
  knownFrom: instant(),
  knownTo: instant(),
});

/** Support paid to an enterprise. */
export const supportPaymentTable = defineTable('support_payment', {
  id: uuid(),
  contractId: uuid().references('contract').hidden(),
  paidWan: amount(),
  entered: json<TypedAmount>().hidden(),
  paidOn: day(),
  note: text().default(''),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  knownFrom: instant().computed('now()').hidden(),
  knownTo: instant().later().hidden(),
});

/** 扶持条款: support promised to a firm, and its last day. */
export const supportClauseTable = defineTable('support_clause', {
  id: uuid(),
  contractId: uuid().references('contract'),
  text: text(),
  endsOn: day(),
  enteredBy: uuid().nullable().references('app_user').hidden(),
  endedBy: uuid().later().references('app_user').hidden(),
  endReason: text().later().hidden(),
  knownFrom: instant().computed('now()'),
  knownTo: instant().later().hidden(),
});

/** A clause that must be checked before a contract is submitted. */
export const clauseChecklistItemTable = defineTable('clause_checklist_item', {
  id: uuid(),
  key: text(),
  name: text().editable(),
  nameEn: text().editable(),
  required: flag().editable(),
  position: integer().editable(),
  active: flag().default(true).editable(),
  ...quietRecordColumns(),
});

/** A clause of the checklist that a person has checked on a contract. */
export const contractCheckTable = defineTable('contract_check', {
  id: uuid(),
  contractId: uuid().references('contract'),
  itemId: uuid().references('clause_checklist_item'),
  checkedBy: uuid().references('app_user'),
  checkedAt: instant().computed('now()'),
  note: text().default(''),
  knownTo: instant().later(),
});
