import type { Day } from '@crm/domain/days';
import { dedupeKey, type Channel } from '@crm/domain/reminders';
import type { DueRecord } from '../due/index.js';
import type { People } from './people.store.js';
import type { RuleRow } from './rules.store.js';

/** One reminder before it is written. */
export interface Planned {
  readonly key: string;
  readonly record: DueRecord;
  readonly ruleVersion: number;
  readonly recipientId: string;
  readonly channel: Channel;
}

/** All reminders (record, channel, recipient) of due records under the rules; a pure function. */
export function planned(
  records: readonly DueRecord[],
  rules: ReadonlyMap<string, RuleRow>,
  people: People,
): readonly Planned[] {
  const byKey = new Map<string, Planned>();
  for (const record of records) {
    const rule = rules.get(record.rule);
    if (!rule?.enabled) continue;
    for (const recipientId of people.of(record, rule.recipients)) {
      for (const channel of rule.channels) {
        if (channel === 'mail' && !people.reachedByMail(recipientId)) continue;
        const key = dedupeKey(record, channel, recipientId);
        byKey.set(key, { key, record, ruleVersion: rule.version, recipientId, channel });
      }
    }
  }
  return [...byKey.values()];
}

/** The key of a person's digest of a day. */
export const digestKey = (on: Day, channel: string, recipientId: string): string =>
  ['digest', on, channel, recipientId].map(encodeURIComponent).join('|');
