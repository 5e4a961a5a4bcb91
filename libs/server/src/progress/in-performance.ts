/**
 * Contracts that were live on a day; `day` and `instant` name the parameters. An ended contract was live until the day
 * before ended_on. As known at an instant, its state comes from the append-only audit rows, since the contract only has
 * its current state.
 */
export const inPerformanceOn = (day: string, instant: string | null = null): string => {
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
                AND e.action IN ('insert', 'update')
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
