import { recipientRoles } from '@crm/domain/due';
import { z } from 'zod';
import { day, id, instant, line, listQuery, pageOf, perPage, route, version } from '../wire/index.js';

/** Why a reminder left an inbox by itself: no longer due, or due for others now. */
export const WITHDRAWN = ['settled', 'handed-on'] as const;
export const REMINDER_STATUSES = ['open', 'snoozed', 'done'] as const;
/** Channels an administrator may choose. The rules know further ones that are not built yet. */
export const RULE_CHANNELS = ['inbox', 'mail'] as const;

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** The item of a reminder, without its recipients. The web makes the sentence from rule, step and facts. */
const told = {
  rule: z.string(),
  step: z.string().meta({ description: '`before-30`, `overdue-w2`', examples: ['before-30'] }),
  dueDay: day,
  subjectType: z.string(),
  subjectId: z.string(),
  facts: z.record(z.string(), fact),
  link: z.string().meta({ description: "the page it opens, below the web's root" }),
};

export const DueLine = z.object(told).meta({ id: 'DueLine' });
export const Reminder = z
  .object({
    id,
    ...told,
    status: z.enum(REMINDER_STATUSES),
    snoozeUntil: day.nullable(),
    createdAt: instant,
    doneAt: instant.nullable(),
    withdrawn: z
      .enum(WITHDRAWN)
      .nullable()
      .meta({ description: 'closed by the system: no longer due, or due for others' }),
  })
  .meta({ id: 'Reminder' });
export const ReminderRule = z
  .object({
    id,
    code: z.string(),
    daysBefore: z.array(z.int()),
    overdueEveryDays: z.int().nullable(),
    recipients: z.array(z.enum(recipientRoles)),
    channels: z.array(z.enum(RULE_CHANNELS)),
    enabled: z.boolean(),
    version,
  })
  .meta({ id: 'ReminderRule' });
export const PlannedReminder = DueLine.extend({
  recipientId: id,
  recipientName: z.string(),
  channel: z.enum(RULE_CHANNELS),
  inDigest: z.boolean(),
}).meta({ id: 'PlannedReminder' });
export const UndeliveredReminder = DueLine.extend({
  id,
  status: z.enum(['uncertain', 'dead']),
  channel: z.string(),
  recipientId: id,
  recipientName: z.string(),
  attempts: z.int(),
  lastError: z.string().nullable(),
}).meta({ id: 'UndeliveredReminder' });

/** Where a preview continues: the room, and the last record looked at. */
const from = z.string().regex(/^[a-z-]{1,40}:[0-9a-f-]{36}$/);
const PAGES =
  'One request looks at some hundred records; `next` goes into `from` of the next one, null: that was all. A page may be empty and still have a next one.';
const Preview = z.object({ on: day, data: z.array(PlannedReminder), next: z.string().nullable() });

const params = z.object({ id });
const mine = ['update', 'Reminder'] as const;

export const reminders = {
  list: route({
    method: 'GET',
    path: '/reminders',
    access: ['read', 'Reminder'],
    summary: { zh: '我的提醒', en: 'My reminders' },
    description: 'Only the caller’s own. A snoozed reminder is open again from its day.',
    query: listQuery({
      filter: { status: z.enum(REMINDER_STATUSES), rule: line(60), subjectType: line(60), subjectId: line(60) },
      sorts: ['createdAt', 'dueDay'],
      defaultOrder: 'desc',
    }),
    response: pageOf(Reminder),
  }),
  counts: route({
    method: 'GET',
    path: '/reminders/counts',
    access: ['read', 'Reminder'],
    summary: { zh: '我的提醒数', en: 'My reminders, counted' },
    response: z.object({ open: z.int(), snoozed: z.int(), done: z.int() }),
  }),
  preview: route({
    method: 'GET',
    path: '/reminders/preview',
    access: ['read', 'ReminderRule'],
    summary: { zh: '某天谁会收到什么', en: 'Preview the reminders of a day' },
    description: `Reminders that would be sent for the first time on that day, by the current deadlines and rules. ${PAGES} Nothing is planned or sent.`,
    query: z.strictObject({ on: day, perPage, from: from.optional() }),
    response: Preview,
  }),
  undelivered: route({
    method: 'GET',
    path: '/reminders/undelivered',
    access: ['read', 'ReminderRule'],
    summary: { zh: '结果不明或未送达', en: 'Uncertain or undelivered' },
    description: 'A mail is sent at most once. If it is unknown whether it was sent (`uncertain`), a person decides.',
    response: z.object({ data: z.array(UndeliveredReminder) }),
  }),
  resolve: route({
    method: 'POST',
    path: '/reminders/undelivered/:id/resolve',
    access: ['update', 'ReminderRule'],
    status: 204,
    summary: { zh: '确认结果', en: 'Record the outcome' },
    params,
    body: z.strictObject({ outcome: z.enum(['sent', 'again']) }),
    refuses: ['record.absent'],
  }),
  one: route({
    method: 'GET',
    path: '/reminders/:id',
    access: ['read', 'Reminder'],
    summary: { zh: '提醒', en: 'A reminder, with the items of a digest' },
    params,
    response: Reminder.extend({ items: z.array(DueLine) }).meta({ id: 'ReminderWithItems' }),
  }),
  done: route({
    method: 'POST',
    path: '/reminders/:id/done',
    access: mine,
    status: 200,
    summary: { zh: '已办', en: 'Mark as done' },
    params,
    response: Reminder,
  }),
  snooze: route({
    method: 'POST',
    path: '/reminders/:id/snooze',
    access: mine,
    status: 200,
    summary: { zh: '稍后', en: 'Snooze' },
    params,
    body: z.strictObject({ until: day }),
    response: Reminder,
    refuses: ['reminder.snooze-past', 'reminder.withdrawn'],
  }),
  reopen: route({
    method: 'POST',
    path: '/reminders/:id/reopen',
    access: mine,
    status: 200,
    summary: { zh: '重新打开', en: 'Reopen' },
    params,
    response: Reminder,
    refuses: ['reminder.withdrawn'],
  }),
};

const offsets = z.array(z.int().min(0).max(730)).min(1).max(12);
const settings = z
  .strictObject({
    daysBefore: offsets,
    overdueEveryDays: z.int().min(1).max(365).nullable(),
    recipients: z.array(z.enum(recipientRoles)).min(1).max(recipientRoles.length),
    channels: z.array(z.enum(RULE_CHANNELS)).min(1).max(2),
    enabled: z.boolean(),
  })
  .partial();
export const reminderRules = {
  list: route({
    method: 'GET',
    path: '/reminder-rules',
    access: ['read', 'ReminderRule'],
    summary: { zh: '提醒规则', en: 'Reminder rules' },
    query: listQuery({ filter: { enabled: z.boolean() }, sorts: ['code'] }),
    response: pageOf(ReminderRule),
  }),
  change: route({
    method: 'PATCH',
    path: '/reminder-rules/:id',
    access: ['update', 'ReminderRule'],
    guarded: true,
    summary: { zh: '修改规则', en: 'Change a rule' },
    params,
    body: settings,
    response: ReminderRule,
    refuses: ['version.stale', 'version.missing'],
  }),
  preview: route({
    method: 'POST',
    path: '/reminder-rules/:id/preview',
    access: ['read', 'ReminderRule'],
    status: 200,
    summary: { zh: '按改后的规则，某天谁会收到什么', en: 'Preview one rule as it would be after a change' },
    description: `The reminders of one rule that would be sent for the first time on that day. ${PAGES} Nothing is changed, planned or sent.`,
    params,
    body: z.strictObject({
      on: day,
      perPage: z.int().min(1).max(200).optional(),
      from: from.optional(),
      changes: settings,
    }),
    response: Preview,
    refuses: ['record.absent'],
  }),
};

export type Reminder = z.infer<typeof Reminder>;
export type DueLine = z.infer<typeof DueLine>;
export type ReminderRule = z.infer<typeof ReminderRule>;
export type PlannedReminder = z.infer<typeof PlannedReminder>;
export type UndeliveredReminder = z.infer<typeof UndeliveredReminder>;
