import type {
  DueLine,
  PlannedReminder,
  Reminder,
  ReminderRule,
  UndeliveredReminder,
} from '@crm/api-contract/reminders';
import type { RowOf, ShownOf } from '@crm/platform/db';
import { shaped } from '../data-access/index.js';
import type { OccurrenceRow } from './occurrences.store.js';
import type { Planned } from './planned.js';
import type { reminderOccurrenceTable, reminderTable } from './reminder.entity.js';
import type { RuleRow } from './rules.store.js';

type Line = Pick<OccurrenceRow, 'rule' | 'step' | 'dueDay' | 'subjectType' | 'subjectId' | 'facts' | 'link'>;

export type ReminderRow = ShownOf<typeof reminderTable>;

export const lineView = ({ rule, step, dueDay, subjectType, subjectId, facts, link }: Line): DueLine =>
  shaped<DueLine>()({ rule, step, dueDay, subjectType, subjectId, facts, link });

export const reminderView = (row: ReminderRow): Reminder =>
  shaped<Reminder>()({ ...row, snoozeUntil: row.status === 'snoozed' ? row.snoozeUntil : null });

export const ruleView = (row: RuleRow): ReminderRule => shaped<ReminderRule>()(row);

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

export interface UndeliveredRow
  extends OccurrenceRow, Pick<RowOf<typeof reminderOccurrenceTable>, 'attempt' | 'lastError'> {
  readonly status: UndeliveredReminder['status'];
  readonly recipientName: string;
}

export const undeliveredView = ({ attempt, ...row }: UndeliveredRow): UndeliveredReminder =>
  shaped<UndeliveredReminder>()({ ...row, attempts: attempt });
