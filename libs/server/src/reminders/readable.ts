import type { Day } from '@crm/domain/days';
import type { Where } from '@crm/platform/db';
import type { Actor } from '../data-access/index.js';
import type { DueSource } from '../due/index.js';

/**
 * Limits reminders to records that the actor may read now, because a reminder shows facts of its record. For a table
 * `t` with rule and unit. The rooms name their own table `t` too, so the unit gets another name first.
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
