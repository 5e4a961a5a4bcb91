import { milestoneTable } from '../contracts/contract.entity.js';
import { milestoneExtensionTable } from '../progress/progress.entity.js';
import { reminderOccurrenceTable } from '../reminders/reminder.entity.js';
import { actorOf, writtenAt, type Source } from './happening.js';

const n = milestoneTable.as('n');
const o = reminderOccurrenceTable.as('o');
const x = milestoneExtensionTable.as('x');

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

/** Milestones reached and extended, and reminders sent to the office. */
export const milestoneSources: readonly Source[] = [
  {
    kind: 'milestone',
    what: 'reached',
    rank: 1,
    key: 'a.seq',
    at: writtenAt('a'),
    by: actorOf('a'),
    decided: false,
    ref: n.id,
    facts: {
      milestone: n.kind,
      on: `a.after ->> 'actual_on'`,
      before: `a.before ->> 'actual_on'`,
      planned: n.plannedOn,
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
    key: x.id,
    at: x.grantedAt,
    by: x.approvedBy,
    decided: true,
    ref: n.id,
    facts: { milestone: n.kind, from: x.fromDay, to: x.toDay, reason: x.reason },
    from: 'milestone n JOIN milestone_extension x ON x.milestone_id = n.id WHERE n.contract_id = $1',
  },
  {
    // One event per step of a deadline and day, for any number of recipients. An item of a digest was sent with the
    // digest.
    kind: 'reminder',
    what: 'sent',
    rank: 4,
    key: `min(${o.id}::text)`,
    at: `min(coalesce(${o.sentAt}, g.sent_at))`,
    by: 'NULL',
    decided: true,
    ref: `min(${o.id}::text)`,
    facts: {
      rule: o.rule,
      step: o.step,
      dueDay: o.dueDay,
      to: `string_agg(DISTINCT u.name, '、' ORDER BY u.name)`,
    },
    lines: `jsonb_build_array((array_agg(${o.facts}))[1])`,
    from: `
      ${OCCURRENCE}
      WHERE ${ABOUT_IT} AND (o.status = 'sent' OR g.status = 'sent')
      GROUP BY o.rule, o.subject_type, o.subject_id, o.step, o.due_day, coalesce(o.sent_at, g.sent_at)::date
    `,
  },
];
