import { ITSELF, type DueSource } from '../due/index.js';
import { visibleContracts } from './contracts.store.js';

/** For rooms whose due items are planned contract by contract; only live ones have any. */
export const contractUnits: Pick<DueSource, 'units' | 'touchedBy' | 'readable'> = {
  async units(rows, { today }, { after, limit }) {
    const found = await rows.rows<{ id: string }>(
      `SELECT c.id
       FROM contract c
       WHERE c.id > $1
           AND (
             c.status IN ('signed', 'performing')
               OR (c.status IN ('completed', 'terminated') AND c.ended_on > $3::date)
           )
       ORDER BY c.id
       LIMIT $2`,
      [after, limit, today],
    );
    return found.map(({ id }) => id);
  },
  touchedBy: {
    contract: ITSELF,
    enterprise: 'SELECT c.id FROM contract c WHERE c.enterprise_id = ANY($1)',
    user: 'SELECT c.id FROM contract c WHERE c.officer_id = ANY($1)',
  },
  readable: (actor, today) => ({ from: 'contract t', id: 't.id', where: visibleContracts(actor, today) }),
};
