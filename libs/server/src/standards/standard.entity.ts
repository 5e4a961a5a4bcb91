import type { Indicator, StandardPlace } from '@crm/domain/standards';
import { defineTable, amount, day, flag, integer, json, quietRecordColumns, text, uuid } from '@crm/platform/db';

/** 省定标准: versions are added; a stored value is never rewritten. */
export const provincialStandardTable = defineTable('provincial_standard', {
  id: uuid(),
  indicator: text<Indicator>(),
  placeLevel: text<StandardPlace['kind']>(),
  placeKey: text().nullable(),
  industryId: uuid().nullable().references('industry'),
  validFrom: day(),
  validTo: day().nullable(),
  perMuWan: amount().nullable(),
  documentNo: text(),
  source: text().default(''),
  derived: flag().default(false),
  ...quietRecordColumns(),
  /** As typed; null: in 万元/亩. */
  entered: json<{ readonly value: string; readonly unit: string | null }>().nullable().hidden(),
  importId: uuid().nullable().references('import').hidden(),
  /** The import with the version that ended this one. */
  closedBy: uuid().later().references('import').hidden(),
});

/** A year whose differences from Monday to Friday are known. */
export const calendarYearTable = defineTable('calendar_year', {
  id: uuid(),
  year: integer(),
  source: text(),
  ...quietRecordColumns(),
  importId: uuid().nullable().references('import').hidden(),
});

export const workingDayTable = defineTable('working_day', {
  id: uuid(),
  day: day(),
  kind: text<'holiday' | 'make-up'>(),
  name: text().default(''),
  ...quietRecordColumns(),
});
