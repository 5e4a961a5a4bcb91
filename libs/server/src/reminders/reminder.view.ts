import type {
  DueLine,
  PlannedReminder,
  Reminder,
  ReminderRule,
  UndeliveredReminder,
} from '@crm/api-contract/reminders';
import type { OccurrenceRow } from './occurrences.store.js';
import type { Planned } from './planned.js';
import type { RuleRow } from './rules.store.js';

type Line = Pick<OccurrenceRow, 'rule' | 'step' | 'due_day' | 'subject_type' | 'subject_id' | 'facts' | 'link'>;

export interface ReminderRow extends Line {
  id: string;
  status: 'open' | 'snoozed' | 'done';
  snooze_until: string | null;
  created_at: string;
  done_at: string | null;
}

export const lineView = (row: Line): DueLine => ({
  rule: row.rule,
  step: row.step,
  dueDay: row.due_day,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  facts: row.facts,
  link: row.link,
});

export const reminderView = (row: ReminderRow): Reminder => ({
  id: row.id,
  ...lineView(row),
  status: row.status,
  snoozeUntil: row.status === 'snoozed' ? row.snooze_until : null,
  createdAt: row.created_at,
  doneAt: row.done_at,
});

export const ruleView = (row: RuleRow): ReminderRule => ({
  id: row.id,
  code: row.code,
  daysBefore: row.days_before,
  overdueEveryDays: row.overdue_every_days,
  recipients: row.recipients,
  channels: row.channels,
  enabled: row.enabled,
  version: row.version,
});

export const plannedView = ({ record, recipientId, channel }: Planned, recipientName: string): PlannedReminder => ({
  rule: record.rule,
  step: record.step,
  dueDay: record.dueDay,
  subjectType: record.subject.type,
  subjectId: record.subject.id,
  facts: record.facts,
  link: record.link,
  recipientId,
  recipientName,
  channel: channel as PlannedReminder['channel'],
  inDigest: record.digest,
});

export type UndeliveredRow = OccurrenceRow & {
  status: 'uncertain' | 'dead';
  recipient_name: string;
  attempt: number;
  last_error: string | null;
};

export const undeliveredView = (row: UndeliveredRow): UndeliveredReminder => ({
  id: row.id,
  ...lineView(row),
  status: row.status,
  channel: row.channel,
  recipientId: row.recipient_id,
  recipientName: row.recipient_name,
  attempts: row.attempt,
  lastError: row.last_error,
});
