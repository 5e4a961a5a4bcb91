import type { ImportCounts, ImportStatus } from '@crm/api-contract/imports';
import { dayOfInstant } from '@crm/domain/days';
import type { StepPlan } from '@crm/domain/due';
import type { ImportKind } from '@crm/domain/imports';
import { Where } from '@crm/platform/db';
import { ITSELF, type DueSource } from '../due/index.js';
import { importTable } from './import.entity.js';
import { TOLD_AFTER_SECONDS } from './steps/change-import.js';

const RULE = 'import.done';
/** Once, on the day the step ended. */
const donePlan: StepPlan = { daysBefore: [0], overdueEveryDays: null };

interface RestingRow {
  id: string;
  kind: ImportKind;
  fileName: string;
  status: ImportStatus;
  counts: ImportCounts | null;
  endedAt: string;
  ownerId: string;
}

const RESTING = `
  t.status IN ('checked', 'committed', 'failed', 'reverted')
      AND t.ended_at > $1::date - 2
      AND t.ended_at - t.asked_at > make_interval(secs => $2)
`;

/** Imports whose step took long and ended since yesterday: the person has left its page. */
export const importsDueSource: DueSource = {
  room: 'imports',
  rules: [{ code: RULE, plan: donePlan, recipients: ['officer'], news: true }],
  async units(rows, { today }, { after, limit }) {
    const found = await rows.rows<{ id: string }>(
      `SELECT t.id FROM import t WHERE ${RESTING} AND t.id > $3 ORDER BY t.id LIMIT $4`,
      [today, TOLD_AFTER_SECONDS, after, limit],
    );
    return found.map(({ id }) => id);
  },
  async items(rows, { today }, units) {
    const resting = await rows.rows<RestingRow>(
      `SELECT
         ${importTable.pick('t', 'id', 'kind', 'fileName', 'status', 'counts', 'endedAt')},
         coalesce(
           CASE status
             WHEN 'reverted' THEN reverted_by
             WHEN 'committed' THEN committed_by
             WHEN 'failed' THEN committed_by
           END,
           created_by
         ) AS "ownerId"
       FROM import t
       WHERE ${RESTING} AND t.id = ANY($3)
       ORDER BY id`,
      [today, TOLD_AFTER_SECONDS, units],
    );
    return resting.map((row) => {
      const day = dayOfInstant(row.endedAt);
      return {
        rule: RULE,
        unit: row.id,
        subject: { type: 'import', id: row.id },
        dueDay: day,
        step: row.status,
        remindOn: day,
        digest: false,
        recipients: ['officer'],
        ownerId: row.ownerId,
        enterpriseId: null,
        facts: {
          title: row.fileName,
          importKind: row.kind,
          status: row.status,
          rows: row.counts?.valid ?? 0,
          invalid: (row.counts?.invalid ?? 0) + (row.counts?.differs ?? 0),
        },
        link: `/imports/${row.id}`,
      };
    });
  },
  touchedBy: { import: ITSELF },
  // Its people are those who asked for its steps.
  readable: () => ({ from: 'import t', id: 't.id', where: new Where() }),
};
