import type { Rows } from '@crm/platform/db';

/** Reminders that were not sent or cannot be planned. They are reported here, even if nobody noticed them elsewhere. */
export interface RemindersHealth {
  /** Rooms of which all or single records could not be planned or checked. */
  readonly failing: string[];
  /** Reminders that the last check found missing; the check then planned them. */
  readonly missing: number;
  /** Age of the oldest change that is not planned. */
  readonly oldestChangeSeconds: number;
  /** Age of the oldest reminder that is due and not sent. */
  readonly oldestDueSeconds: number;
}

export const unknownReminders: RemindersHealth = {
  failing: [],
  missing: 0,
  oldestChangeSeconds: 0,
  oldestDueSeconds: 0,
};

/** Longer than a busy morning or a large import takes. */
const LATE_SECONDS = 600;

export const isLate = ({ failing, missing, oldestChangeSeconds, oldestDueSeconds }: RemindersHealth): boolean =>
  failing.length > 0 || missing > 0 || oldestChangeSeconds > LATE_SECONDS || oldestDueSeconds > LATE_SECONDS;

/** Four queries on small indexes. A room is late if its morning sweep is not done by the next morning. */
export const remindersHealth = async (rows: Rows, zone: string): Promise<RemindersHealth> =>
  (await rows.one<RemindersHealth>(
    `SELECT
       ARRAY(
         SELECT room
         FROM due_sweep
         WHERE failed_at IS NOT NULL OR on_day < (now() AT TIME ZONE $1)::date - 1
         ORDER BY room
       ) AS failing,
       (SELECT coalesce(sum(missing), 0)::int FROM due_sweep) AS missing,
       coalesce(
         (SELECT extract(epoch FROM now() - at)::int FROM due_change ORDER BY id LIMIT 1), 0
       ) AS "oldestChangeSeconds",
       coalesce(
         (
           SELECT extract(epoch FROM now() - min(due_at))::int
           FROM reminder_occurrence
           WHERE status = 'pending' AND NOT digest AND due_at <= now()
         ), 0
       ) AS "oldestDueSeconds"`,
    [zone],
  )) ?? unknownReminders;
