import type { AuditBreak, auditEntries } from '@crm/api-contract/audit';
import { CHANGES, type ToldKind } from '@crm/api-contract/choices';
import type { InputOf } from '@crm/api-contract/wire';
import { Where, type RowOf, type Rows } from '@crm/platform/db';
import { auditEntryTable } from './audit.entity.js';

/** An entry has a number; on the wire it is its `id`, as of any record. */
export interface AuditRow extends Omit<RowOf<typeof auditEntryTable>, 'seq' | 'tx'> {
  readonly id: string;
  readonly kind: ToldKind;
  readonly actorName: string | null;
}

/** Tables whose rows tell who saw a whole number, or looked one up, and why. */
const UNMASKINGS = `t.subject IN ('contact_unmasking', 'audit_unmasking', 'phone_check')`;
const A_CHANGE = `t.action IN (${CHANGES.map((one) => `'${one}'`).join(', ')})`;

type Filter = InputOf<typeof auditEntries.list>['query']['filter'];

export function entriesWhere({ subject, subjectId, actor, userId, kind, action, at_gte, at_lte }: Filter): Where {
  const where = new Where()
    .given(subject, 't.subject = ?')
    .given(subjectId, 't.subject_id = ?')
    .given(actor, 't.actor = ?')
    .given(userId, `t.actor = 'user:' || ?::text`)
    .given(action, 't.action = ?')
    .given(at_gte, 't.at >= ?')
    .given(at_lte, 't.at <= ?');
  return kind ? where.and(...ofKind(kind)) : where;
}

/** The condition of a kind; an index on the subject or the action serves it. */
function ofKind(kind: ToldKind): readonly [sql: string, ...values: string[]] {
  if (kind === 'change') return [`${A_CHANGE} AND NOT ${UNMASKINGS}`];
  return kind === 'unmask' ? [UNMASKINGS] : ['t.action = ?', kind];
}

export const AUDIT_COLUMNS = `
  t.id::text AS id,
  CASE WHEN ${UNMASKINGS} THEN 'unmask' WHEN ${A_CHANGE} THEN 'change' ELSE t.action END AS kind,
  ${auditEntryTable.pick('t', 'at', 'actor', 'request', 'action', 'subject', 'subjectId', 'before', 'after')},
  u.name AS "actorName"
`;
export const AUDIT_FROM = `
  (SELECT seq AS id, * FROM audit_entry) t
  LEFT JOIN app_user u ON t.actor = 'user:' || u.id
`;

export interface Head {
  readonly chain: number;
  readonly length: string;
  /** Hexadecimal. */
  readonly hash: string;
}

export const heads = (rows: Rows): Promise<Head[]> =>
  rows.rows<Head>(`SELECT chain, length::text, encode(hash, 'hex') AS hash FROM audit_chain ORDER BY chain`);

interface Found {
  chain: number;
  position: number;
  entry: string | null;
  kind: AuditBreak['kind'];
}

/**
 * Checks one chain from its first link to its head in one statement, so at one moment. Returns the first broken place.
 */
export const firstBreak = (rows: Rows, chain: number): Promise<Found | undefined> =>
  rows.one<Found>(
    `WITH linked AS (
       SELECT
         l.seq, l.position, l.prev_hash, l.hash, row_number() OVER w AS expected,
         coalesce(lag(l.hash) OVER w, sha256(convert_to('chain ' || $1::int, 'UTF8'))) AS before
       FROM audit_link l
       WHERE l.chain = $1
       WINDOW w AS (ORDER BY l.position)
     ),
     judged AS (
       SELECT
         linked.position, linked.seq,
         CASE
           WHEN linked.position <> linked.expected THEN 'link-missing'
           WHEN e.seq IS NULL THEN 'entry-missing'
           WHEN linked.prev_hash <> linked.before THEN 'order'
           WHEN linked.hash <> audit_digest(linked.prev_hash, e) THEN 'content'
         END AS kind
       FROM linked
       LEFT JOIN audit_entry e ON e.seq = linked.seq
     ),
     tail AS (
       SELECT
         coalesce(max(position), 0) AS length,
         coalesce(
           (array_agg(hash ORDER BY position DESC))[1], sha256(convert_to('chain ' || $1::int, 'UTF8'))
         ) AS hash
       FROM linked
     ),
     head AS (
       SELECT c.length AS position, NULL::bigint AS seq, 'head' AS kind
       FROM audit_chain c, tail
       WHERE c.chain = $1 AND (c.length <> tail.length OR c.hash <> tail.hash)
     )
     SELECT $1::int AS chain, position::int, seq::text AS entry, kind
     FROM (SELECT * FROM judged WHERE kind IS NOT NULL UNION ALL SELECT * FROM head) AS broken
     ORDER BY kind = 'head', position
     LIMIT 1`,
    [chain],
  );

/** An entry that is in no chain was not written by the database itself. */
export const firstUnlinked = (rows: Rows): Promise<{ entry: string } | undefined> =>
  rows.one(
    `SELECT e.seq::text AS entry
     FROM audit_entry e
     WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = e.seq)
     ORDER BY e.seq
     LIMIT 1`,
  );

/** Whether the chain still has, at that length, the hash of the anchor. */
export const holdsAnchor = async (rows: Rows, { chain, length, hash }: Head): Promise<boolean> =>
  length === '0' ||
  (await rows.one('SELECT 1 AS there FROM audit_link WHERE chain = $1 AND position = $2 AND hash = decode($3, $4)', [
    chain,
    length,
    hash,
    'hex',
  ])) !== undefined;
