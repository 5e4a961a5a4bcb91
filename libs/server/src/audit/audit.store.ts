import type { auditEntries } from '@crm/api-contract/audit';
import { CHANGES, type ToldKind } from '@crm/api-contract/choices';
import type { InputOf } from '@crm/api-contract/wire';
import { Where, type RowOf, type Rows } from '@crm/platform/db';
import { auditEntryTable, type ChainHead } from './audit.entity.js';

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

export const heads = (rows: Rows): Promise<ChainHead[]> =>
  rows.rows<ChainHead>(`SELECT chain, length::text, encode(hash, 'hex') AS hash FROM audit_chain ORDER BY chain`);

/** An entry that is in no chain was not written by the database itself. */
export const firstUnlinked = (rows: Rows): Promise<{ entry: string } | undefined> =>
  rows.one(
    `SELECT e.seq::text AS entry
     FROM audit_entry e
     WHERE NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.seq = e.seq)
     ORDER BY e.seq
     LIMIT 1`,
  );

/** A link in a chain that does not exist, or before the first position. */
export const firstStray = (rows: Rows): Promise<{ entry: string } | undefined> =>
  rows.one(
    'SELECT seq::text AS entry FROM audit_link WHERE chain NOT BETWEEN 0 AND 16 OR position < 1 ORDER BY seq LIMIT 1',
  );

/** The random number of a seal belongs to one transaction. */
export const firstReplayed = (rows: Rows): Promise<{ entry: string } | undefined> =>
  rows.one(
    `SELECT max(l.seq)::text AS entry
     FROM audit_link l
     JOIN audit_entry e ON e.seq = l.seq
     WHERE l.nonce IS NOT NULL
     GROUP BY l.nonce
     HAVING count(DISTINCT e.tx) > 1
     LIMIT 1`,
  );
