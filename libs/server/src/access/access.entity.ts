import type { KeyScope, Role } from '@crm/api-contract/access';
import { defineTable, bytes, day, instant, integer, quietRecordColumns, text, uuid } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';

/** A colleague, or a program with its key. */
export const appUserTable = defineTable('app_user', {
  id: uuid(),
  username: text(),
  name: text().editable(),
  role: text<Role>().editable(),
  departmentId: uuid().nullable().references('department').editable(),
  dataScope: text<Actor['dataScope']>().default('self').editable(),
  locale: text<Actor['locale']>().default('zh'),
  passwordHash: text().later().hidden(),
  disabledAt: instant().later(),
  ...quietRecordColumns(),
  email: text().later().editable().hidden().personal(),
  phone: text().later().editable().hidden().personal(),
  /** A secret of an administrator is valid until then; null once the person has a password of their own. */
  startingUntil: instant().later(),
  passwordSetAt: instant().later().hidden(),
  /** The account is disabled on the day after it. */
  lastDay: day().later(),
  createdBy: uuid().later().references('app_user').hidden(),
});

/** When each person last signed in. */
export const lastSignInTable = defineTable('last_sign_in', {
  userId: uuid().primary().references('app_user'),
  at: instant(),
});

export const departmentTable = defineTable('department', {
  id: uuid(),
  name: text().editable(),
  parentId: uuid().nullable().references('department').editable(),
  ...quietRecordColumns(),
  closedAt: instant().later().hidden(),
  mergedInto: uuid().later().references('department').hidden(),
});

export const sessionTable = defineTable('session', {
  id: uuid(),
  userId: uuid().references('app_user'),
  tokenHash: bytes(),
  previousHash: bytes().later(),
  rotatedAt: instant().computed('now()'),
  createdAt: instant().computed('now()'),
  expiresAt: instant(),
  endedAt: instant().later(),
  endedBecause: text().later(),
  client: text().default(''),
  lastSeenAt: instant().computed('now()'),
  address: text().default(''),
});

/** The departments that a person of scope `named` can see. */
export const scopeDepartmentTable = defineTable('scope_department', {
  id: uuid(),
  userId: uuid().references('app_user'),
  departmentId: uuid().references('department'),
});

/** Refresh tokens that were exchanged. If one of them is used again, it was copied. */
export const spentTokenTable = defineTable('spent_token', {
  tokenHash: bytes().primary(),
  sessionId: uuid().references('session'),
});

/** Failed attempts to sign in: by account and address together, by address, and by account (sign-in-attempts.ts). */
export const loginFailureTable = defineTable('login_failure', {
  subject: text().primary(),
  failures: integer(),
  lastAt: instant(),
  lockedUntil: instant().nullable(),
  trying: integer().default(0),
  triedAt: instant().nullable(),
});

export const apiKeyTable = defineTable('api_key', {
  id: uuid(),
  userId: uuid().references('app_user').hidden(),
  name: text(),
  keyHash: bytes().hidden(),
  hint: text(),
  scope: text<KeyScope>(),
  expiresOn: day().nullable(),
  createdBy: uuid().nullable().references('app_user').hidden(),
  createdAt: instant().computed('now()'),
  lastUsedAt: instant().later(),
  revokedBy: uuid().later().references('app_user').hidden(),
  revokedAt: instant().later(),
});

/** How often a key was used in the minute of its first call. */
export const apiKeyUseTable = defineTable('api_key_use', {
  keyId: uuid().primary().references('api_key'),
  since: instant(),
  calls: integer(),
});

/** How often a person used a costly verb in the minute of the first call. */
export const rateUseTable = defineTable('rate_use', {
  userId: uuid().primary().references('app_user'),
  verb: text().primary(),
  since: instant(),
  calls: integer(),
});
