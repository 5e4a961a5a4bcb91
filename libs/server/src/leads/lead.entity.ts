import type { FollowUpKind, LeadChannel, LeadStage } from '@crm/domain/leads';
import { amount, day, defineTable, flag, instant, recordColumns, text, uuid } from '@crm/platform/db';

/** A possible project, from the first report to the signature. */
export const leadTable = defineTable('lead', {
  id: uuid(),
  enterpriseId: uuid().references('enterprise'),
  stage: text<LeadStage>().default('registered').told(),
  stageSince: instant().computed('now()'),
  lossReason: text().later().told(),
  ownerId: uuid().references('app_user').told(),
  transferReason: text().later().told().hidden(),
  projectName: text().editable().told(),
  parkId: uuid().references('park').editable().told(),
  industryId: uuid().nullable().references('industry').editable().told(),
  channel: text<LeadChannel>().nullable().editable().told(),
  investmentWan: amount().editable().told(),
  /** As typed, with its unit. */
  investmentTyped: text().nullable().editable(),
  areaMu: amount().nullable().editable().told(),
  areaTyped: text().nullable().editable(),
  nextStep: text().nullable().editable().told(),
  nextOn: day().nullable().editable().told(),
  note: text().default('').editable().told(),
  /** Why it was created although another officer had reported the enterprise first. */
  overrideReason: text().nullable(),
  ...recordColumns(),
  /** Texts for matching and search; both follow from the names of enterprise and project. */
  projectMatchName: text().hidden(),
  searchText: text().hidden(),
  createdBy: uuid().references('app_user').hidden(),
  contactId: uuid().nullable().references('contact').hidden(),
  answeredAt: instant().later().hidden(),
  followedUpAt: instant().later().hidden(),
  importId: uuid().later().hidden(),
});

/** What was discussed with an enterprise; written once. */
export const followUpTable = defineTable('follow_up', {
  id: uuid(),
  leadId: uuid().references('lead'),
  kind: text<FollowUpKind>(),
  onDay: day(),
  met: text().default(''),
  result: text(),
  nextStep: text().nullable(),
  nextOn: day().nullable(),
  createdBy: uuid().references('app_user').hidden(),
  createdAt: instant().computed('now()'),
  demo: flag().default(false).hidden(),
});

/** A second report of an enterprise: it is kept, but the right stays with the first. */
export const coReportTable = defineTable('co_report', {
  id: uuid(),
  leadId: uuid().references('lead'),
  userId: uuid().references('app_user'),
  projectName: text(),
  contactName: text().default('').personal(),
  contactPhone: text().default('').personal(),
  createdAt: instant().computed('now()'),
});
