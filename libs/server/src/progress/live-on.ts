/**
 * Contracts that were being performed on a day: `day` and `instant` name the parameters. One that ended since was live
 * until its last day (ended_on is the first day it
 * no longer is). As known at an instant its state is read from the audit rows, which are only ever added; the contract
 * itself keeps its present state alone.
 */
export const liveOn = (day: string, instant: string | null = null): string => {
  const now = `(c.status IN ('signed', 'performing') OR (c.status IN ('completed', 'terminated') AND c.ended_on > ${day}::date))`;
  if (instant === null) return now;
  return `
    CASE
      WHEN ${instant}::timestamptz IS NULL THEN ${now}
      ELSE EXISTS (
        SELECT 1
        FROM
          (
            SELECT e.after ->> 'status' AS status, (e.after ->> 'ended_on')::date AS ended_on
            FROM audit_entry e
            WHERE e.subject = 'contract'
                AND e.subject_id = c.id::text
                AND e.after ->> 'status' IS NOT NULL
                AND e.at <= ${instant}
            ORDER BY e.seq DESC
            LIMIT 1
          ) k
        WHERE k.status IN ('signed', 'performing')
            OR (k.status IN ('completed', 'terminated') AND k.ended_on > ${day}::date)
      )
    END
  `;
};
