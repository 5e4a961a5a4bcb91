import { permissionOf, type PermissionName } from '@crm/api-contract/permissions';
import { Where, type Rows } from '@crm/platform/db';
import type { Actor } from './actor.js';
import { isAlways, reaching } from './reaching.js';
import type { TiedTable } from './tied-rows.js';

/**
 * What the actor may do to each of these records, by the table of permissions; the page shows its buttons by it. The
 * state of a record is not considered. One statement for all records, none if the role alone decides.
 */
export async function mayOn<Name extends PermissionName>(
  db: Rows,
  actor: Actor,
  names: readonly Name[],
  table: TiedTable,
  ids: readonly string[],
  today?: string,
): Promise<(id: string) => Name[]> {
  const reached = names.map((name) => reaching(actor, permissionOf(name), [table, 't'], today));
  const always = reached.map(isAlways);
  if (ids.length === 0 || always.every((one) => one !== undefined)) return () => names.filter((_, n) => always[n]);
  const where = new Where();
  const asked = reached.map((condition, n) => `(${where.bind(...condition)}) AS "${n}"`);
  const rows = await db.hot<Record<string, unknown> & { id: string }>(
    `SELECT t.id, ${asked.join(', ')} FROM ${table} t WHERE ${where.bind('t.id = ANY(?)', ids)}`,
    where.values,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => names.filter((_, n) => byId.get(id)?.[String(n)] === true);
}

/** What the actor may do to each row that belongs to a contract: by the row itself, and by its contract. */
export async function mayOnOwned<Own extends PermissionName, Contract extends PermissionName>(
  db: Rows,
  actor: Actor,
  names: { readonly own: readonly Own[]; readonly contract: readonly Contract[] },
  table: TiedTable,
  found: readonly { readonly id: string; readonly contractId: string }[],
  today: string,
): Promise<(row: { readonly id: string; readonly contractId: string }) => (Own | Contract)[]> {
  const ids = found.map(({ id }) => id);
  const contracts = [...new Set(found.map(({ contractId }) => contractId))];
  const own = await mayOn(db, actor, names.own, table, ids, today);
  const by = await mayOn(db, actor, names.contract, 'contract', contracts, today);
  return ({ id, contractId }) => [...own(id), ...by(contractId)];
}
