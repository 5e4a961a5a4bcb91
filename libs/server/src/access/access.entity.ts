import { defineTable, bytes, day, instant, integer, recordColumns, text, uuid } from '@crm/platform/db';

export const appUserTable = defineTable('app_user', {
  id: uuid(),
  username: text(),
  name: text(),
  role: text(),
  departmentId: uuid().nullable().references('department'),
  dataScope: text().default('self'),
  locale: text().default('zh'),
  passwordHash: text().nullable(),
  disabledAt: instant().nullable(),
  ...recordColumns(),
  email: text().nullable(),
});

export const departmentTable = defineTable('department', {
  id: uuid(),
  name: text(),
  parentId: uuid().nullable().references('department'),
  ...recordColumns(),
});

export const sessionTable = defineTable('session', {
  id: uuid(),
  userId: uuid().references('app_user'),
  tokenHash: bytes(),
  previousHash: bytes().nullable(),
  rotatedAt: instant().computed('now()'),
  createdAt: instant().computed('now()'),
  expiresAt: instant(),
  endedAt: instant().nullable(),
  endedBecause: text().nullable(),
  client: text().default(''),
});

export const loginFailureTable = defineTable('login_failure', {
  subject: text().primary(),
  failures: integer(),
  lastAt: instant(),
  lockedUntil: instant().nullable(),
});

export const apiKeyTable = defineTable('api_key', {
  id: uuid(),
  userId: uuid().references('app_user'),
  name: text(),
  keyHash: bytes(),
  hint: text(),
  scope: text(),
  expiresOn: day().nullable(),
  createdBy: uuid().nullable().references('app_user'),
  createdAt: instant().computed('now()'),
  lastUsedAt: instant().nullable(),
  revokedBy: uuid().nullable().references('app_user'),
  revokedAt: instant().nullable(),
});

export const apiKeyUseTable = defineTable('api_key_use', {
  keyId: uuid().primary().references('api_key'),
  since: instant(),
  calls: integer(),
});
