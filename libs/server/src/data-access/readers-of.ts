import type { Permission } from '@crm/api-contract/permissions';
import { Where, type Rows } from '@crm/platform/db';
import type { Actor } from './actor.js';
import { reaching } from './reaching.js';
import type { TiedTable } from './tied-rows.js';

/** Of these people, those who may read a record: one statement for all of them. */
export async function readersOf(
  db: Rows,
  actors: readonly Actor[],
  permission: Permission,
  table: TiedTable,
  id: string,
  today: string,
): Promise<ReadonlySet<string>> {
  if (actors.length === 0) return new Set();
  const where = new Where();
  const asked = actors.map(
    (actor, n) => `(${where.bind(...reaching(actor, permission, [table, 't'], today))}) AS "${n}"`,
  );
  const row = await db.one<Record<string, boolean | null>>(
    `SELECT ${asked.join(', ')} FROM ${table} t WHERE ${where.bind('t.id = ?', id)}`,
    where.values,
  );
  return new Set(actors.filter((_, n) => row?.[n] === true).map(({ userId }) => userId));
}
