import type { Day } from '@crm/domain/days';
import { dedupeKey, type Channel } from '@crm/domain/reminders';
import type { DueRecord } from '../due/index.js';
import type { People } from './people.store.js';
import type { RuleRow } from './rules.store.js';

/** One line of the ledger of reminders, before it is written. */
export interface Planned {
  readonly key: string;
  readonly record: DueRecord;
  readonly ruleVersion: number;
  readonly recipientId: string;
  readonly channel: Channel;
}

/** Every (record, channel, recipient) that a set of due records means under the rules: values in, values out. */
export function planned(
  records: readonly DueRecord[],
  rules: ReadonlyMap<string, RuleRow>,
  people: People,
  mail: MailTo,
): Planned[] {
  const byKey = new Map<string, Planned>();
  for (const record of records) {
    const rule = rules.get(record.rule);
    if (!rule?.enabled) continue;
    for (const recipientId of people.of(record, rule.recipients)) {
      for (const channel of rule.channels) {
        if (channel === 'mail' && !mail.reaches(recipientId)) continue;
        const key = dedupeKey(record, channel, recipientId);
        byKey.set(key, { key, record, ruleVersion: rule.version, recipientId, channel });
      }
    }
  }
  return [...byKey.values()];
}

export interface MailTo {
  reaches(userId: string): boolean;
}

/** The one reminder of a person and day that lists what is long past. */
export const digestKey = (on: Day, channel: string, recipientId: string): string =>
  ['digest', on, channel, recipientId].map(encodeURIComponent).join('|');
