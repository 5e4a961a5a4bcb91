import { defineTable, instant, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** 两家企业: a person said that two records are two firms. Holds while each record has the mark it had then. */
export const enterpriseDistinctionTable = defineTable('enterprise_distinction', {
  id: uuid(),
  /** The smaller of the two ids. */
  firstId: uuid(),
  secondId: uuid(),
  /** `enterprise_mark()` of name, code and telephone numbers. */
  firstMark: text().hidden(),
  secondMark: text().hidden(),
  reason: text(),
  decidedBy: uuid().nullable().references('app_user').hidden(),
  decidedAt: instant().computed('now()'),
  withdrawnAt: instant().later(),
  withdrawnBy: uuid().later().references('app_user').hidden(),
  withdrawnReason: text().later(),
  ...quietRecordColumns(),
});
