import { defineTable, bigint, bytes, instant, json, smallint, text, transactionId } from '@crm/platform/db';

export const auditEntryTable = defineTable('audit_entry', {
  seq: bigint().generated().primary(),
  at: instant().computed('clock_timestamp()'),
  actor: text(),
  request: text(),
  action: text(),
  subject: text(),
  subjectId: text(),
  before: json<unknown>().nullable(),
  after: json<unknown>().nullable(),
  tx: transactionId().computed('pg_current_xact_id()'),
});

export const auditChainTable = defineTable('audit_chain', {
  chain: smallint().primary(),
  length: bigint(),
  hash: bytes(),
});

export const auditLinkTable = defineTable('audit_link', {
  seq: bigint().primary().references('audit_entry'),
  chain: smallint(),
  position: bigint(),
  prevHash: bytes(),
  hash: bytes(),
});
