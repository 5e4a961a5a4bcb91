import { actorOf, amountOf, writtenAt, type Source } from './happening.js';

const EDITED = [
  'kind',
  'park_id',
  'industry_id',
  'amount_wan',
  'area_mu',
  'full_production_year',
  'full_production_on',
  'term_from',
  'term_to',
  'officer_id',
  'handler_name',
  'note',
]
  .map((column) => `'${column}'`)
  .join(', ');
const ENTRY = `audit_entry a WHERE a.subject = 'contract' AND a.subject_id = $1::text AND a.action = 'update'`;
const RECORDED = 'c.signed_on IS NOT NULL AND c.signed_by IS NULL';
const LEVELS = `
  (
    SELECT
      s.*, max(s.at) OVER (PARTITION BY s.approval_id) AS last_at, t.kind AS asked, t.levels, t.state, t.id AS case_id
    FROM approval_step s
    JOIN approval t ON t.id = s.approval_id
    WHERE t.contract_id = $1
  ) s
`;
/** Cases whose room lists the outcome itself. */
const TOLD = `s.at = s.last_at AND (s.asked IN ('supplement', 'waiver', 'consequence-decision') AND s.state IN ('granted', 'returned') OR s.asked = 'milestone-extension' AND s.state = 'granted')`;
const AMENDMENT = 'contract_amendment m JOIN contract p ON p.id = m.id WHERE m.contract_id = $1';
const amendment = { number: 'p.number', reason: 'm.reason', increaseWan: amountOf('p.amount_wan') };
const amended = `jsonb_build_array(jsonb_build_object('before', m.before, 'after', m.after))`;

/** The contract, its approvals, its amendments and its files. */
export const papers: readonly Source[] = [
  {
    // A contract recorded after its signature was never a draft; its own row is the event.
    kind: 'contract',
    what: `(CASE WHEN ${RECORDED} THEN 'recorded' ELSE 'drafted' END)`,
    rank: 0,
    key: 'c.id',
    at: 'c.created_at',
    by: 'c.created_by',
    decided: false,
    ref: 'c.id',
    facts: {
      signedOn: `CASE WHEN ${RECORDED} THEN c.signed_on END`,
      renews: '(SELECT r.number FROM contract r WHERE r.id = c.renews_id)',
    },
    from: 'contract c WHERE c.id = $1 AND c.import_id IS NULL',
  },
  {
    // Values that a supplement writes are listed with the supplement.
    kind: 'contract',
    what: 'edited',
    rank: 1,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: false,
    ref: '$1',
    facts: {
      fields: `(SELECT string_agg(name, ' ' ORDER BY name) FROM jsonb_object_keys(a.after) AS name WHERE name IN (${EDITED}))`,
    },
    from: `
      ${ENTRY}
        AND jsonb_exists_any(a.after, ARRAY[${EDITED}])
        AND NOT jsonb_exists(a.after, 'status')
        AND NOT EXISTS (
          SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = ${writtenAt('a')}
        )
    `,
  },
  {
    kind: 'contract',
    what: `(a.after ->> 'status')`,
    rank: 3,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: true,
    ref: '$1',
    facts: { signedOn: `a.after ->> 'signed_on'`, reason: `a.after ->> 'end_reason'` },
    from: `${ENTRY} AND a.after ->> 'status' IN ('signed', 'performing', 'completed', 'terminated', 'void')`,
  },
  {
    kind: 'approval',
    what: 'asked',
    rank: 2,
    key: 't.id',
    at: 't.created_at',
    by: 't.requested_by',
    decided: false,
    ref: 't.id',
    facts: {
      asked: 't.kind',
      levels: 't.levels',
      amountWan: amountOf('t.amount_wan'),
      belowStandard: 't.below_standard',
      reason: `coalesce(t.payload ->> 'belowStandardReason', t.payload ->> 'reason')`,
    },
    from: `approval t WHERE t.contract_id = $1 AND t.kind IN ('contract-signing', 'milestone-extension')`,
  },
  {
    kind: 'approval',
    what: '(s.decision)',
    rank: 2,
    key: 's.id',
    at: 's.at',
    by: 's.decided_by',
    decided: true,
    ref: 's.case_id',
    facts: { asked: 's.asked', level: 's.level', levels: 's.levels', note: 's.note' },
    from: `${LEVELS} WHERE s.at IS NOT NULL AND NOT (${TOLD})`,
  },
  {
    kind: 'approval',
    what: 'added',
    rank: 2,
    key: `s.id || '-added'`,
    at: 's.created_at',
    by: 's.added_by',
    decided: false,
    ref: 's.case_id',
    facts: {
      asked: 's.asked',
      level: 's.level',
      reason: 's.added_reason',
      signer: `(SELECT string_agg(u.name, '、') FROM app_user u WHERE u.id = ANY(s.user_ids))`,
    },
    from: `${LEVELS} WHERE s.added_by IS NOT NULL`,
  },
  {
    kind: 'approval',
    what: 'revoked',
    rank: 2,
    key: `t.id || '-revoked'`,
    at: 't.closed_at',
    by: 't.closed_by',
    decided: false,
    ref: 't.id',
    facts: { asked: 't.kind', reason: 't.reason' },
    from: `
      approval t
      WHERE t.contract_id = $1 AND t.state = 'revoked' AND t.kind IN ('contract-signing', 'milestone-extension')
    `,
  },
  {
    kind: 'supplement',
    what: 'asked',
    rank: 1,
    key: 'm.id',
    at: 'm.created_at',
    by: 'm.asked_by',
    decided: false,
    ref: 'm.id',
    facts: amendment,
    lines: amended,
    from: AMENDMENT,
  },
  {
    kind: 'supplement',
    what: 'in-force',
    rank: 3,
    key: `m.id || '-in-force'`,
    at: 'm.in_force_from',
    by: 'p.signed_by',
    decided: true,
    ref: 'm.id',
    facts: amendment,
    lines: amended,
    from: `${AMENDMENT} AND m.state = 'in-force'`,
  },
  {
    kind: 'supplement',
    what: 'withdrawn',
    rank: 3,
    key: `m.id || '-withdrawn'`,
    at: 'm.updated_at',
    by: 'q.closed_by',
    decided: true,
    ref: 'm.id',
    facts: { number: 'p.number', returned: `coalesce(q.state = 'returned', false)`, reason: 'q.reason' },
    from: `
      contract_amendment m
      JOIN contract p ON p.id = m.id
      LEFT JOIN LATERAL (
        SELECT t.closed_by, t.state, t.reason
        FROM approval t
        WHERE t.subject_id = m.id
        ORDER BY t.created_at DESC
        LIMIT 1
      ) q
        ON true
      WHERE m.contract_id = $1 AND m.state = 'withdrawn'
    `,
  },
  {
    // Terms without a supplement: the commitment was amended directly.
    kind: 'supplement',
    what: 'promise',
    rank: 3,
    key: 'w.id',
    at: 'w.known_from',
    by: 'w.entered_by',
    decided: true,
    ref: 'w.commitment_id',
    facts: { indicator: 'k.indicator', reason: 'w.reason' },
    from: `
      commitment_term w
      JOIN commitment k ON k.id = w.commitment_id
      WHERE k.contract_id = $1
          AND w.reason IS NOT NULL
          AND NOT EXISTS (
            SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = w.known_from
          )
    `,
  },
  {
    kind: 'file',
    what: 'added',
    rank: 1,
    key: 'f.id',
    at: 'f.created_at',
    by: 'f.uploaded_by',
    decided: false,
    ref: 'f.id',
    facts: { name: 'f.name', about: 'f.subject_type', note: 'f.note' },
    from: 'file f WHERE f.contract_id = $1 AND ($2 OR f.removed_at IS NULL)',
  },
  {
    kind: 'file',
    what: 'removed',
    rank: 1,
    key: `f.id || '-removed'`,
    at: 'f.removed_at',
    by: 'f.removed_by',
    decided: false,
    ref: 'f.id',
    facts: { name: 'f.name', about: 'f.subject_type', reason: 'f.removed_reason' },
    from: 'file f WHERE f.contract_id = $1 AND $2 AND f.removed_at IS NOT NULL',
  },
  {
    kind: 'import',
    what: 'contract',
    rank: 0,
    key: 'c.id',
    at: 'c.created_at',
    by: 'i.committed_by',
    decided: true,
    ref: 'i.id',
    facts: { fileName: 'i.file_name', signedOn: 'c.signed_on' },
    from: 'contract c JOIN import i ON i.id = c.import_id WHERE c.id = $1',
  },
  {
    kind: 'import',
    what: 'figures',
    rank: 1,
    key: `i.id || '-figures'`,
    at: 'min(a.known_from)',
    by: 'i.committed_by',
    decided: true,
    ref: 'i.id',
    facts: { fileName: 'i.file_name', count: 'count(*)', from: 'min(a.year)', to: 'max(a.year)' },
    from: 'actual a JOIN import i ON i.id = a.import_id WHERE a.contract_id = $1 GROUP BY i.id',
  },
];
