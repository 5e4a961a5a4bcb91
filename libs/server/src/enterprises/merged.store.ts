import { undoableUntil } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import type { Rows } from '@crm/platform/db';
import { enterpriseMergeTable } from '../merging/merge.entity.js';

/** The enterprise that a merged record is part of now; undefined if it was never merged. */
export const mergedInto = async (rows: Rows, id: string): Promise<{ id: string; name: string } | undefined> =>
  (
    await rows.hot<{ id: string; name: string }>(
      `SELECT e.id, e.name
       FROM enterprise_merge m
       JOIN enterprise e ON e.id = m.winner_id
       WHERE m.loser_id = $1 AND m.undone_at IS NULL`,
      [id],
    )
  )[0];

/** Refuses `enterprise.merged` (conflict) with the enterprise to work on, if the record was merged. */
export async function refuseMerged(rows: Rows, id: string): Promise<void> {
  const into = await mergedInto(rows, id);
  if (into) throw Refusal.conflict('enterprise.merged', { mergedInto: into.id, name: into.name });
}

/** The records merged into an enterprise, the latest first. */
export async function mergedFrom(rows: Rows, enterpriseId: string) {
  const merges = await rows.rows<{
    mergeId: string;
    enterpriseId: string;
    name: string;
    creditCode: string | null;
    mergedBy: string | null;
    mergedOn: string;
    reason: string;
  }>(
    `SELECT
       m.id AS "mergeId", m.loser_id AS "enterpriseId", m.loser_name AS name, m.loser_code AS "creditCode",
       u.name AS "mergedBy", ${enterpriseMergeTable.pick('m', 'mergedOn', 'reason')}
     FROM enterprise_merge m
     LEFT JOIN app_user u ON u.id = m.merged_by
     WHERE m.winner_id = $1 AND m.undone_at IS NULL
     ORDER BY m.merged_at DESC, m.id
     LIMIT 50`,
    [enterpriseId],
  );
  return merges.map((row) => ({ ...row, undoUntil: undoableUntil(row.mergedOn) }));
}
