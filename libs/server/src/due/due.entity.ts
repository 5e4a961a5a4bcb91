import { bigint, day, defineTable, flag, instant, integer, text, uuid } from '@crm/platform/db';

/**
 * A changed record whose reminders are not planned again yet. Append-only, so that two changes never wait for each
 * other.
 */
export const dueChangeTable = defineTable('due_change', {
  id: bigint().generated(),
  kind: text(),
  record: uuid(),
  /** Part of a change of many records; single changes go first. */
  bulk: flag().default(false),
  at: instant().computed('now()'),
  tries: integer().default(0),
  /** After a failure, the earliest time of the next attempt. */
  notBefore: instant().later(),
  error: text().later(),
});

/** A request to plan a room from end to end. */
export const dueAskTable = defineTable('due_ask', {
  id: bigint().generated(),
  room: text(),
  at: instant().computed('now()'),
});

/** How far the planning of a room is, which worker does it, and its last error. */
export const dueSweepTable = defineTable('due_sweep', {
  id: uuid(),
  room: text(),
  onDay: day().later(),
  running: flag().default(false),
  after: uuid().later(),
  token: uuid().later(),
  leaseUntil: instant().later(),
  endedAt: instant().later(),
  units: integer().default(0),
  failed: integer().default(0),
  error: text().later(),
  failedAt: instant().later(),
  checkedAt: instant().later(),
  missing: integer().default(0),
});
