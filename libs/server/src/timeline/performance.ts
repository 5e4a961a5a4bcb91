import { actorOf, amountOf, writtenAt, type Source } from './happening.js';

const figure = (t: string, more = '') =>
  `jsonb_agg(jsonb_build_object('indicator', ${t}.indicator, 'year', ${t}.year, 'value', ${amountOf(`${t}.value`)}, 'source', ${t}.source${more}) ORDER BY ${t}.year DESC, ${t}.indicator)`;
const about = {
  decision: 'd.kind',
  indicator: 'd.indicator',
  year: 'd.year',
  until: 'd.until',
  amountWan: amountOf('d.amount_wan_exact'),
};
const DECISION = 'consequence_decision d WHERE d.contract_id = $1';
const OCCURRENCE = `
  reminder_occurrence o
  LEFT JOIN reminder_occurrence g ON g.id = o.gathered_in
  JOIN app_user u ON u.id = o.recipient_id
`;
const ABOUT_IT = `
  (o.subject_type, o.subject_id) IN (
    SELECT 'contract', $1::text
    UNION ALL
    SELECT 'commitment', k.id::text
    FROM commitment k
    WHERE k.contract_id = $1
    UNION ALL
    SELECT 'milestone', n.id::text
    FROM milestone n
    WHERE n.contract_id = $1
    UNION ALL
    SELECT 'support-clause', s.id::text
    FROM support_clause s
    WHERE s.contract_id = $1
    UNION ALL
    SELECT 'approval', q.id::text
    FROM approval q
    WHERE q.contract_id = $1
  )
`;

/** What was promised and what became of it. Figures and verdicts of one instant are one happening. */
export const performance: readonly Source[] = [
  {
    kind: 'actual',
    what: 'entered',
    rank: 1,
    key: 'min(a.id::text)',
    at: 'a.known_from',
    by: 'a.entered_by',
    decided: false,
    ref: 'min(a.id::text)',
    lines: figure('a'),
    from: `
      actual a
      WHERE a.contract_id = $1 AND a.import_id IS NULL AND a.corrects_id IS NULL
      GROUP BY a.known_from, a.entered_by
    `,
  },
  {
    kind: 'actual',
    what: 'verified',
    rank: 1,
    key: `min(a.id::text) || '-verified'`,
    at: 'a.verified_at',
    by: 'a.verified_by',
    decided: true,
    ref: 'min(a.id::text)',
    lines: figure('a'),
    from: `
      actual a
      WHERE a.contract_id = $1 AND a.verified_at IS NOT NULL
      GROUP BY a.verified_at, a.verified_by
    `,
  },
  {
    kind: 'actual',
    what: 'corrected',
    rank: 1,
    key: 'a.id',
    at: 'a.known_from',
    by: 'a.entered_by',
    decided: false,
    ref: 'a.id',
    facts: { reason: 'a.correction_reason' },
    lines: `jsonb_build_array(jsonb_build_object('indicator', a.indicator, 'year', a.year, 'value', ${amountOf('a.value')}, 'before', ${amountOf('b.value')}, 'source', a.source))`,
    from: 'actual a JOIN actual b ON b.id = a.corrects_id WHERE a.contract_id = $1',
  },
  {
    // Said again with other amounts it is no other verdict; not due yet is no news; of one transaction its last word.
    kind: 'verdict',
    what: 'changed',
    rank: 5,
    key: 'min(v.id::text)',
    at: 'v.known_at',
    by: 'NULL',
    decided: true,
    ref: 'min(v.id::text)',
    lines: `
      jsonb_agg(
        jsonb_build_object(
          'indicator', v.indicator, 'year', v.year, 'before', v.before, 'verdict', v.verdict, 'percent',
          ${amountOf('round(v.attainment_percent, 6)')}, 'commitmentId', v.commitment_id
        )
        ORDER BY v.year DESC, v.indicator
      )
    `,
    from: `
      (
        SELECT a.*, lag(a.verdict) OVER (PARTITION BY a.commitment_id, a.year ORDER BY a.known_at) AS before
        FROM
          (
            SELECT DISTINCT ON (s.commitment_id, s.year, s.known_at) s.*
            FROM assessment s
            WHERE s.contract_id = $1
            ORDER BY s.commitment_id, s.year, s.known_at, s.superseded_at DESC NULLS FIRST, s.id DESC
          ) a
      ) v
      WHERE v.verdict IS DISTINCT FROM coalesce(v.before, 'not-due')
      GROUP BY v.known_at
    `,
  },
  {
    kind: 'decision',
    what: 'asked',
    rank: 1,
    key: 'd.id',
    at: 'd.requested_at',
    by: 'd.requested_by',
    decided: false,
    ref: 'd.id',
    facts: { ...about, reason: 'd.reason' },
    from: DECISION,
  },
  {
    kind: 'decision',
    what: '(d.state)',
    rank: 3,
    key: `d.id || '-closed'`,
    at: 'd.decided_at',
    by: 'd.decided_by',
    decided: true,
    ref: 'd.id',
    facts: { ...about, reason: `CASE WHEN d.state = 'granted' THEN d.reason ELSE d.return_reason END` },
    from: `${DECISION} AND d.decided_at IS NOT NULL`,
  },
  {
    // From before approvals: no decision stands behind it.
    kind: 'decision',
    what: 'granted',
    rank: 3,
    key: 'w.id',
    at: 'w.known_from',
    by: 'w.decided_by',
    decided: true,
    ref: 'w.id',
    facts: { decision: `'waive'`, indicator: 'k.indicator', year: 'w.year', reason: 'w.reason' },
    from: `
      waiver w
      JOIN commitment k ON k.id = w.commitment_id
      WHERE k.contract_id = $1
          AND NOT EXISTS (
            SELECT 1
            FROM consequence_decision d
            WHERE d.commitment_id = w.commitment_id AND d.year = w.year AND d.kind = 'waive' AND d.state = 'granted'
          )
    `,
  },
  {
    kind: 'decision',
    what: 'received',
    rank: 1,
    key: 'o.id',
    at: 'o.known_from',
    by: 'o.entered_by',
    decided: false,
    ref: 'd.id',
    facts: {
      indicator: 'd.indicator',
      year: 'd.year',
      amountWan: amountOf('o.received_wan'),
      on: 'o.received_on',
      note: 'o.note',
    },
    from: 'consequence_outcome o JOIN consequence_decision d ON d.id = o.decision_id WHERE d.contract_id = $1',
  },
  {
    // What a supplement changes in them is told by the supplement.
    kind: 'decision',
    what: 'clause',
    rank: 1,
    key: 'w.id',
    at: 'w.known_from',
    by: 'w.entered_by',
    decided: false,
    ref: 'l.id',
    facts: { clause: 'l.kind', reason: 'w.reason' },
    from: `
      consequence_wording w
      JOIN consequence_clause l ON l.id = w.clause_id
      WHERE l.contract_id = $1
          AND NOT EXISTS (
            SELECT 1 FROM contract_amendment m WHERE m.contract_id = $1 AND m.in_force_from = w.known_from
          )
    `,
  },
  {
    kind: 'receipt',
    what: 'entered',
    rank: 1,
    key: 'r.id',
    at: 'r.known_from',
    by: 'r.entered_by',
    decided: false,
    ref: 'r.id',
    facts: { paper: 'r.kind', amountWan: amountOf('r.amount_wan'), on: 'r.arrived_on' },
    from: 'receipt r WHERE r.contract_id = $1 AND r.corrects_id IS NULL',
  },
  {
    kind: 'receipt',
    what: 'corrected',
    rank: 1,
    key: 'r.id',
    at: 'r.known_from',
    by: 'r.entered_by',
    decided: false,
    ref: 'r.id',
    facts: {
      paper: 'r.kind',
      amountWan: amountOf('r.amount_wan'),
      before: amountOf('b.amount_wan'),
      on: 'r.arrived_on',
      reason: 'r.correction_reason',
    },
    from: 'receipt r JOIN receipt b ON b.id = r.corrects_id WHERE r.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'verified',
    rank: 1,
    key: `r.id || '-verified'`,
    at: 'r.verified_at',
    by: 'r.verified_by',
    decided: true,
    ref: 'r.id',
    facts: { paper: 'r.kind', amountWan: amountOf('r.amount_wan'), on: 'r.arrived_on' },
    from: 'receipt r WHERE r.contract_id = $1 AND r.verified_at IS NOT NULL',
  },
  {
    kind: 'receipt',
    what: 'support',
    rank: 1,
    key: 's.id',
    at: 's.known_from',
    by: 's.entered_by',
    decided: false,
    ref: 's.id',
    facts: { amountWan: amountOf('s.paid_wan'), on: 's.paid_on', note: 's.note' },
    from: 'support_payment s WHERE s.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'promised',
    rank: 1,
    key: `p.id || '-promised'`,
    at: 'p.known_from',
    by: 'p.entered_by',
    decided: false,
    ref: 'p.id',
    facts: { name: 'p.text', on: 'p.ends_on' },
    from: 'support_clause p WHERE p.contract_id = $1',
  },
  {
    kind: 'receipt',
    what: 'promise-ended',
    rank: 1,
    key: `p.id || '-ended'`,
    at: 'p.known_to',
    by: 'p.ended_by',
    decided: false,
    ref: 'p.id',
    facts: { name: 'p.text', reason: 'p.end_reason' },
    from: 'support_clause p WHERE p.contract_id = $1 AND p.known_to IS NOT NULL',
  },
  {
    kind: 'milestone',
    what: 'reached',
    rank: 1,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: false,
    ref: 'n.id',
    facts: {
      milestone: 'n.kind',
      on: `a.after ->> 'actual_on'`,
      before: `a.before ->> 'actual_on'`,
      planned: 'n.planned_on',
    },
    from: `
      milestone n
      JOIN audit_entry a
        ON a.subject = 'milestone'
          AND a.subject_id = n.id::text
          AND a.action = 'update'
          AND jsonb_exists(a.after, 'actual_on')
      WHERE n.contract_id = $1
    `,
  },
  {
    kind: 'milestone',
    what: 'extended',
    rank: 3,
    key: 'x.id',
    at: 'x.granted_at',
    by: 'x.approved_by',
    decided: true,
    ref: 'n.id',
    facts: { milestone: 'n.kind', from: 'x.from_day', to: 'x.to_day', reason: 'x.reason' },
    from: 'milestone n JOIN milestone_extension x ON x.milestone_id = n.id WHERE n.contract_id = $1',
  },
  {
    // However many it was told to: one step of one deadline, on one day. What stood in a digest was told with it.
    kind: 'reminder',
    what: 'sent',
    rank: 4,
    key: 'min(o.id::text)',
    at: 'min(coalesce(o.sent_at, g.sent_at))',
    by: 'NULL',
    decided: true,
    ref: 'min(o.id::text)',
    facts: {
      rule: 'o.rule',
      step: 'o.step',
      dueDay: 'o.due_day',
      to: `string_agg(DISTINCT u.name, '、' ORDER BY u.name)`,
    },
    lines: `jsonb_build_array((array_agg(o.facts))[1])`,
    from: `
      ${OCCURRENCE}
      WHERE ${ABOUT_IT} AND (o.status = 'sent' OR g.status = 'sent')
      GROUP BY o.rule, o.subject_type, o.subject_id, o.step, o.due_day, coalesce(o.sent_at, g.sent_at)::date
    `,
  },
];
