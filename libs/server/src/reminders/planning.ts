import { addDays, type Day } from '@crm/domain/days';
import type { Rows } from '@crm/platform/db';
import type { DueQuestion, DueSource } from '../due/index.js';
import { todayIn } from './occurrences.store.js';
import { peopleFor } from './people.store.js';
import { planned, type Planned } from './planned.js';
import { planIn, rulesByCode, type RuleRow } from './rules.store.js';

/** Rooms with deadlines, set where the process is composed: this room knows none of them. */
export const DUE_SOURCES = Symbol('DUE_SOURCES');

/** Reminders are stored this many days ahead, so that a morning without a worker delays nothing. */
export const AHEAD_DAYS = 2;

/** Units planned in one transaction. A contract has a dozen items, and no turn of the event loop may take long. */
export const UNITS_AT_ONCE = 50;

/** The day and the rules for planning some units, read in the transaction that plans them. */
export interface Ground {
  readonly today: Day;
  readonly mails: boolean;
  readonly rules: ReadonlyMap<string, RuleRow>;
}

export async function groundOf(
  rows: Rows,
  { zone, smtpUrl }: { zone: string; smtpUrl: string | undefined },
  on?: Day,
): Promise<Ground> {
  const [today, rules] = await Promise.all([on ?? todayIn(rows, zone), rulesByCode(rows)]);
  return { today, rules, mails: smtpUrl !== undefined };
}

export const questionFor = (ground: Ground, source: DueSource, ahead = AHEAD_DAYS): DueQuestion => ({
  today: ground.today,
  until: addDays(ground.today, ahead),
  planOf: planIn(ground.rules, source.rules),
});

/** The reminders of these units. */
export async function linesOf(
  rows: Rows,
  ground: Ground,
  source: DueSource,
  units: readonly string[],
  ahead = AHEAD_DAYS,
): Promise<readonly Planned[]> {
  if (units.length === 0) return [];
  const records = await source.items(rows, questionFor(ground, source, ahead), units);
  if (records.length === 0) return [];
  return planned(records, ground.rules, await peopleFor(rows, records, ground.today, ground.mails));
}
