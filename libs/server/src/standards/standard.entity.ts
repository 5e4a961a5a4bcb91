import { defineTable, amount, day, flag, integer, json, recordColumns, text, uuid } from '@crm/platform/db';

export const provincialStandardTable = defineTable('provincial_standard', {
  id: uuid(),
  indicator: text(),
  placeLevel: text(),
  placeKey: text().nullable(),
  industryId: uuid().nullable().references('industry'),
  validFrom: day(),
  validTo: day().nullable(),
  perMuWan: amount().nullable(),
  documentNo: text(),
  source: text().default(''),
  derived: flag().default(false),
  ...recordColumns(),
  entered: json<unknown>().nullable(),
  importId: uuid().nullable().references('import'),
  closedBy: uuid().nullable().references('import'),
});

export const calendarYearTable = defineTable('calendar_year', {
  id: uuid(),
  year: integer(),
  source: text(),
  ...recordColumns(),
  importId: uuid().nullable().references('import'),
});

export const workingDayTable = defineTable('working_day', {
  id: uuid(),
  day: day(),
  kind: text(),
  name: text().default(''),
  ...recordColumns(),
});
