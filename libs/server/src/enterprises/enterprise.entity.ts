import type { FirmStanding } from '@crm/domain/enterprises';
import { bytes, day, defineTable, instant, quietRecordColumns, recordColumns, text, uuid } from '@crm/platform/db';

/** An enterprise of the zone, or a possible one. */
export const enterpriseTable = defineTable('enterprise', {
  id: uuid(),
  name: text().editable(),
  shortName: text().default('').editable(),
  creditCode: text().nullable().editable(),
  /** Who saw a code that fails its check, and where; null: the code passes. */
  creditCodeSeenBy: text().later().editable(),
  standing: text<FirmStanding>().default('registered').editable(),
  /** Of a foreign firm: its country or region, and its number there. */
  registrationCountry: text().later().editable(),
  registrationNo: text().later().editable(),
  parkId: uuid().nullable().references('park').editable(),
  industryId: uuid().nullable().references('industry').editable(),
  address: text().default('').editable(),
  ...recordColumns(),
  /** Texts for matching and search, computed from the name. */
  matchName: text().hidden(),
  pinyin: text().default('').hidden(),
  initials: text().default('').hidden(),
  spellings: text().default('').hidden(),
  /** Former names as searched; each begins with a bar. */
  formerText: text().default('').hidden(),
  searchName: text().nullable().generated().hidden(),
  importId: uuid().later().hidden(),
  /** Who registered it by hand, without a lead or an import. */
  createdBy: uuid().later().references('app_user').hidden(),
});

/** 曾用名: the name until this day, inclusive. */
export const formerNameTable = defineTable('enterprise_former_name', {
  id: uuid(),
  enterpriseId: uuid().references('enterprise'),
  name: text(),
  matchName: text().hidden(),
  toDay: day(),
  recordedBy: uuid().nullable().references('app_user').hidden(),
  /** The merge that brought it; null: this record bore the name itself. */
  mergeId: uuid().later().references('enterprise_merge'),
  createdAt: instant().computed('now()').hidden(),
});

export const contactTable = defineTable('contact', {
  id: uuid(),
  enterpriseId: uuid().references('enterprise'),
  name: text().editable().personal(),
  title: text().default('').editable(),
  phone: text().default('').editable().personal(),
  note: text().default('').editable().personal(),
  ...quietRecordColumns(),
  createdBy: uuid().nullable().references('app_user').hidden(),
});

/** Who looked up which number. The number is stored masked, and hashed with the person, to count different numbers. */
export const phoneCheckTable = defineTable('phone_check', {
  id: uuid(),
  userId: uuid().references('app_user'),
  numberHash: bytes().hidden(),
  masked: text(),
  reason: text().nullable(),
  createdAt: instant().computed('now()'),
});

/** Who requested a whole phone number, and why. */
export const contactUnmaskingTable = defineTable('contact_unmasking', {
  id: uuid(),
  contactId: uuid().references('contact'),
  userId: uuid().references('app_user'),
  reason: text(),
  createdAt: instant().computed('now()'),
});
