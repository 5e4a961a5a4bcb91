import { defineTable, integer, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** A part of the zone with its own standards. */
export const parkTable = defineTable('park', {
  id: uuid(),
  code: text(),
  name: text(),
  shortName: text(),
  focus: text().default(''),
  parkClass: text().later(),
  region: text().later(),
  position: integer().default(0).hidden(),
  ...quietRecordColumns(),
});

export const industryTable = defineTable('industry', {
  id: uuid(),
  code: text(),
  name: text(),
  cluster: text().later(),
  position: integer().default(0).hidden(),
  ...quietRecordColumns(),
});
