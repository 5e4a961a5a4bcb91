import type { DueItem } from '../due/index.js';

/** The in-app inbox, e-mail, and the robots of three office messengers. */
export const channels = ['inbox', 'mail', 'wecom', 'dingtalk', 'feishu'] as const;
export type Channel = (typeof channels)[number];

/**
 * One reminder is one (rule, subject, step, due day, channel, recipient). A second run, a second worker or a crash in
 * between gives the same key, and the table holds it once. Parts are escaped, so that two different reminders never
 * share a key.
 */
export const dedupeKey = (
  item: Pick<DueItem, 'rule' | 'subject' | 'step' | 'dueDay'>,
  channel: Channel,
  recipientId: string,
): string =>
  [item.rule, item.subject.type, item.subject.id, item.step, item.dueDay, channel, recipientId]
    .map(encodeURIComponent)
    .join('|');
