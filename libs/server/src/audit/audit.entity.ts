import type { Act, Change } from '@crm/api-contract/choices';
import { defineTable, bigint, bytes, day, instant, json, smallint, text, transactionId, uuid } from '@crm/platform/db';

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

/** An entry that is linked into its chain. The last link of each transaction carries the seal of all of them. */
export const auditLinkTable = defineTable('audit_link', {
  seq: bigint().primary().references('audit_entry'),
  chain: smallint(),
  position: bigint(),
  prevHash: bytes(),
  hash: bytes(),
  /** 1: from before there were keys; 2: with the transaction in the digest. */
  version: smallint().default(2),
  keyId: text().nullable(),
  nonce: bytes().nullable(),
  mac: bytes().nullable(),
});

/** Where one chain ends: its length in links, and the hash of its last link in hexadecimal. */
export interface ChainHead {
  readonly chain: number;
  readonly length: string;
  readonly hash: string;
}

/**
 * `seal`: each minute; `anchor`: daily, and on demand; `adopted`: by a migration, what it brought; `segment`: after old
 * entries left.
 */
export type HeadReason = 'seal' | 'anchor' | 'adopted' | 'segment';

/** The heads of the chains at one moment, signed with a key outside the database. */
export const auditHeadTable = defineTable('audit_head', {
  n: bigint().primary(),
  at: instant(),
  reason: text<HeadReason>(),
  day: day(),
  database: text(),
  /** The triggers and functions of the trail at that moment, as one digest. */
  guards: text(),
  /** All chains; with reason `seal` those that moved since the row before. */
  heads: json<readonly ChainHead[]>(),
  previous: text(),
  keyId: text(),
  mac: text(),
});

/** Entries that left the database as a sealed file: of one chain, from `first` to `last`. Signed like a head. */
export const auditSegmentTable = defineTable('audit_segment', {
  chain: smallint().primary(),
  first: bigint(),
  last: bigint().primary(),
  entries: bigint(),
  /** The hash before the first link, and that of the last, in hexadecimal. */
  before: text(),
  hash: text(),
  fromAt: instant(),
  toAt: instant(),
  file: text(),
  sha256: text(),
  at: instant(),
  database: text(),
  keyId: text(),
  mac: text(),
});

/** The key of a person, wrapped by a key drawn from AUDIT_KEY; null once the person was erased. */
export const auditPersonTable = defineTable('audit_person', {
  subject: text().primary(),
  subjectId: text().primary(),
  keyId: text(),
  wrapped: bytes().nullable(),
  /** Who asked to erase the person, and why; somebody else agrees. */
  askedAt: instant().later(),
  askedBy: uuid().later().references('app_user'),
  reason: text().later(),
  erasedAt: instant().later(),
  erasedBy: uuid().later().references('app_user'),
});

/** A value of an entry that tells of a person. The worker encrypts `plain` with the key of the person. */
export const auditPersonalTable = defineTable('audit_personal', {
  entry: bigint().primary(),
  side: text<'before' | 'after'>().primary(),
  field: text().primary(),
  subject: text(),
  subjectId: text(),
  salt: bytes().nullable(),
  plain: text().nullable(),
  cipher: bytes().nullable(),
});
