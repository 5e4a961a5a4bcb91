import { Refusal } from '@crm/domain/refusal';
import type { Follower } from '../enterprises/index.js';
import { leadTable } from './lead.entity.js';

interface Open {
  readonly id: string;
  readonly projectMatchName: string;
  readonly projectName: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly overrideReason: string | null;
}

/**
 * Both records may have an open lead of one project. The earlier keeps the first-report right; the later stands beside
 * it, as if logged with a reason. Refuses `enterprise.merge-leads` if one person has both, each with such a reason.
 */
export const leadFollower: Follower = {
  what: 'leads',
  table: leadTable,
  field: 'enterpriseId',
  async settle(tx, { winner, loser, reason }, notes) {
    const open = await tx.rows<Open>(
      `SELECT ${leadTable.pick('l', 'id', 'projectMatchName', 'projectName', 'ownerId', 'overrideReason')},
         u.name AS "ownerName"
       FROM lead l
       JOIN app_user u ON u.id = l.owner_id
       WHERE l.enterprise_id = ANY($1) AND l.stage NOT IN ('lost', 'withdrawn')
       ORDER BY l.created_at, l.id
       FOR UPDATE OF l`,
      [[winner.id, loser.id]],
    );
    const first = new Set<string>();
    const beside = new Set<string>();
    for (const lead of open) {
      const yields = lead.overrideReason === null && first.has(lead.projectMatchName);
      if (lead.overrideReason === null && !yields) {
        first.add(lead.projectMatchName);
        continue;
      }
      const own = `${lead.projectMatchName} ${lead.ownerId}`;
      const { projectName, ownerName } = lead;
      if (beside.has(own)) throw Refusal.conflict('enterprise.merge-leads', { projectName, ownerName });
      beside.add(own);
      if (!yields) continue;
      await notes.change(leadTable, lead.id, { overrideReason: reason });
      notes.tell('lead-yields', { projectName, ownerName });
    }
  },
};
