import type { Day } from '@crm/domain/days';
import type { Where } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import type { DueSource } from '../due/index.js';

/**
 * Only what the actor may read now, as the rooms say: a reminder tells facts of its record. For a table `t` with rule
 * and unit; the rooms name their own table `t` too, so the unit gets another name first.
 */
export function readableBy(sources: readonly DueSource[], actor: Actor, today: Day, where: Where): Where {
  for (const source of sources) {
    const { from, id, where: visible } = source.readable(actor, today);
    if (visible.sql === '' || visible.sql === 'WHERE (true)') continue;
    const seen = where.nested(visible);
    where.and(
      `t.rule <> ALL(?)
         OR EXISTS (
           SELECT 1
           FROM (SELECT t.unit) AS told(unit)
           WHERE EXISTS (SELECT 1 FROM ${from} ${seen} AND ${id} = told.unit)
         )`,
      source.rules.map(({ code }) => code),
    );
  }
  return where;
}
