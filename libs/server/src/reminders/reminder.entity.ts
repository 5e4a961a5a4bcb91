import type { RecipientRole } from '@crm/domain/due';
import {
  day,
  defineTable,
  flag,
  instant,
  integer,
  integerList,
  json,
  quietRecordColumns,
  text,
  textList,
  uuid,
} from '@crm/platform/db';

import { BEFORE_ALL } from '../due/index.js';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

export type Withdrawn = 'settled' | 'handed-on';

/** An item of a person's inbox. */
export const reminderTable = defineTable('reminder', {
  id: uuid(),
  occurrenceId: uuid().references('reminder_occurrence').hidden(),
  userId: uuid().references('app_user').hidden(),
  rule: text(),
  step: text(),
  subjectType: text(),
  subjectId: text(),
  dueDay: day(),
  facts: json<Facts>(),
  link: text(),
  status: text<'open' | 'snoozed' | 'done'>().default('open'),
  snoozeUntil: day().later(),
  doneAt: instant().later(),
  superseded: flag().default(false).hidden(),
  /** Closed because it is no longer for this person: no longer due, or due for others. */
  withdrawn: text<Withdrawn>().later(),
  unit: uuid().default(BEFORE_ALL).hidden(),
  createdAt: instant().computed('now()'),
});

/**
 * One reminder: one step of a deadline, for one person, by one channel. The visible columns are what the person
 * receives.
 */
export const reminderOccurrenceTable = defineTable('reminder_occurrence', {
  id: uuid(),
  rule: text(),
  step: text(),
  subjectType: text(),
  subjectId: text(),
  recipientId: uuid().references('app_user'),
  channel: text(),
  dueDay: day(),
  facts: json<Facts>(),
  link: text(),
  dedupeKey: text().hidden(),
  /** The record it was planned with (`DueSource.units`). */
  unit: uuid().default(BEFORE_ALL).hidden(),
  ruleVersion: integer().hidden(),
  remindOn: day().hidden(),
  dueAt: instant().hidden(),
  digest: flag().default(false).hidden(),
  gatheredIn: uuid().later().references('reminder_occurrence').hidden(),
  status: text().default('pending').hidden(),
  attempt: integer().default(0).hidden(),
  token: uuid().later().hidden(),
  leaseUntil: instant().later().hidden(),
  enqueuedAt: instant().later().hidden(),
  sentAt: instant().later().hidden(),
  providerMsgId: text().later().hidden(),
  lastError: text().later().hidden(),
  createdAt: instant().computed('now()').hidden(),
});

/** A rule: when to remind whom; an administrator may change it. */
export const reminderRuleTable = defineTable('reminder_rule', {
  id: uuid(),
  code: text(),
  daysBefore: integerList().editable(),
  overdueEveryDays: integer().nullable().editable(),
  recipients: textList<RecipientRole>().editable(),
  channels: textList<'inbox' | 'mail'>().default(['inbox']).editable(),
  enabled: flag().default(true).editable(),
  ...quietRecordColumns(),
});
