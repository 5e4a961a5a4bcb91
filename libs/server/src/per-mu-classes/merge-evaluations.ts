import { Refusal } from '@crm/domain/refusal';
import type { AnyTable, Tx } from '@crm/platform/db';
import type { Follower, MergeNotes } from '../enterprises/index.js';
import { evaluationFirmTable, evaluationResultTable, evaluationValueTable } from './evaluation.entity.js';

/** What a firm has in a round. */
const VALUES: readonly AnyTable[] = [evaluationResultTable, evaluationValueTable];

interface Both {
  readonly year: number;
  readonly ownId: string;
  readonly otherId: string;
  readonly ownYields: boolean;
  readonly otherYields: boolean;
}

const yields = (firm: string): string => `
  (${firm}.left_out_reason IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM evaluation_value v WHERE v.firm_id = ${firm}.id)
    AND NOT EXISTS (SELECT 1 FROM evaluation_result r WHERE r.firm_id = ${firm}.id))
`;

/**
 * Both records may be in one round. One that is left out, or has no values, gives way; two with values are refused as
 * `enterprise.merge-rounds`, since neither ranking may be lost.
 */
export const evaluationFollower: Follower = {
  what: 'evaluations',
  table: evaluationFirmTable,
  field: 'enterpriseId',
  also: VALUES,
  async settle(tx, { winner, loser }, notes) {
    const both = await tx.rows<Both>(
      `SELECT
         d.year, own.id AS "ownId", other.id AS "otherId", ${yields('own')} AS "ownYields",
         ${yields('other')} AS "otherYields"
       FROM evaluation_firm own
       JOIN evaluation_firm other ON other.round_id = own.round_id AND other.enterprise_id = $1
       JOIN evaluation_round d ON d.id = own.round_id
       WHERE own.enterprise_id = $2
       ORDER BY d.year
       FOR UPDATE OF own, other, d`,
      [winner.id, loser.id],
    );
    for (const { year, ownId, otherId, ownYields, otherYields } of both) {
      if (!ownYields && !otherYields) throw Refusal.conflict('enterprise.merge-rounds', { year });
      await leave(tx, notes, ownYields ? ownId : otherId);
      notes.tell('evaluation-yields', { year });
    }
  },
};

async function leave(tx: Tx, notes: MergeNotes, firmId: string): Promise<void> {
  for (const table of VALUES) {
    const own = await tx.rows<{ id: string }>(`SELECT t.id FROM ${table.name} t WHERE t.firm_id = $1 ORDER BY t.id`, [
      firmId,
    ]);
    for (const { id } of own) await notes.remove(table, id);
  }
  await notes.remove(evaluationFirmTable, firmId);
}
