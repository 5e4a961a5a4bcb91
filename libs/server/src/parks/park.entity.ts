import {
  amount,
  day,
  defineTable,
  integer,
  quietRecordColumns,
  text,
  textList,
  uuid,
  uuidList,
} from '@crm/platform/db';

/** What a list of reference data has in common. An entry is closed by a day; one that is used is never deleted. */
const entryColumns = () => ({
  id: uuid(),
  code: text().editable().told(),
  name: text().editable().told(),
  nameEn: text().default('').editable().told(),
  position: integer().default(0).editable(),
  validFrom: day().nullable().editable().told(),
  closedFrom: day().later().told(),
  closedReason: text().later().told(),
});

/** A part of the zone with its own standards. */
export const parkTable = defineTable('park', {
  ...entryColumns(),
  shortName: text().editable().told(),
  focus: text().default('').editable().told(),
  areaMu: amount().nullable().editable().told(),
  parkClass: text().nullable().editable().told(),
  region: text().nullable().editable().told(),
  leadingIndustryIds: uuidList().default([]).editable(),
  expansionSites: textList().default([]).editable().told(),
  ...quietRecordColumns(),
});

/** 产业链: a tree of headings; an industry stands below one of them. */
export const industryChainTable = defineTable('industry_chain', {
  ...entryColumns(),
  parentId: uuid().nullable().references('industry_chain').editable().told(),
  chief: text().default('').editable().told(),
  goal: text().default('').editable().told(),
  ...quietRecordColumns(),
});

export const industryTable = defineTable('industry', {
  ...entryColumns(),
  chainId: uuid().nullable().references('industry_chain').editable().told(),
  task: text<'strengthen' | 'fill' | 'extend'>().nullable().editable().told(),
  aliases: textList().default([]).editable().told(),
  ...quietRecordColumns(),
});
