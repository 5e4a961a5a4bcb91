import type { Act, Change } from '@crm/api-contract/choices';
import { defineTable, bigint, bytes, instant, json, smallint, text, transactionId, uuid } from '@crm/platform/db';

/** The entry that the database wrote about one change of one row, or that the product wrote about an act. */
export const auditEntryTable = defineTable('audit_entry', {
  seq: bigint().generated().primary(),
  at: instant().computed('clock_timestamp()'),
  actor: text(),
  request: text(),
  action: text<Change | Act>(),
  subject: text(),
  subjectId: text(),
  before: json<Readonly<Record<string, unknown>>>().nullable(),
  after: json<Readonly<Record<string, unknown>>>().nullable(),
  tx: transactionId().computed('pg_current_xact_id()').hidden(),
});

/** Who saw the complete numbers of an entry, and why. */
export const auditUnmaskingTable = defineTable('audit_unmasking', {
  id: uuid(),
  entry: bigint(),
  userId: uuid().references('app_user'),
  reason: text(),
  createdAt: instant().computed('now()'),
});

/** The last hash of each chain. */
export const auditChainTable = defineTable('audit_chain', {
  chain: smallint().primary(),
  length: bigint(),
  hash: bytes(),
});

/** An entry that is linked into its chain. */
export const auditLinkTable = defineTable('audit_link', {
  seq: bigint().primary().references('audit_entry'),
  chain: smallint(),
  position: bigint(),
  prevHash: bytes(),
  hash: bytes(),
});
