import { bytes, defineTable, flag, instant, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** One row: an install serves one zone. */
export const zoneTable = defineTable('zone', {
  id: uuid(),
  sole: flag().default(true).hidden(),
  name: text().editable(),
  nameEn: text().editable(),
  shortName: text().editable(),
  checklistAwayAt: instant().later().hidden(),
  ...quietRecordColumns(),
});

export const setupLinkTable = defineTable('setup_link', {
  id: uuid(),
  tokenHash: bytes().hidden(),
  createdAt: instant().computed('now()'),
  expiresAt: instant(),
  usedAt: instant().later(),
});

/** What an administrator said of a step that no data answer. */
export const checklistStepTable = defineTable('checklist_step', {
  id: uuid(),
  step: text(),
  answer: text<'done' | 'later'>(),
  answeredBy: uuid().references('app_user'),
  answeredAt: instant().computed('now()'),
});
