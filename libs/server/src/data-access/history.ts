import type { AnyTable, Rows } from '@crm/platform/db';

type Stored = Readonly<Record<string, unknown>> | null;

/** One field of a change in the audit, with values as the database stores them. */
export interface ToldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The changes for the history: the fields that the table's description names, in its order. */
export const toldChanges = (table: AnyTable, before: Stored, after: Stored): ToldChange[] =>
  [...table.told]
    .filter(([column]) => after !== null && column in after)
    .map(([column, field]) => ({ field, before: before?.[column], after: after?.[column] }));

/** The audit stores ids; readers need names. */
export async function namesMeant(
  rows: Rows,
  table: AnyTable,
  changes: readonly ToldChange[],
): Promise<ReadonlyMap<string, string>> {
  const meant = new Set<string>();
  const ids = new Set<unknown>();
  for (const { field, before, after } of changes) {
    const { references } = table.column(field).facts;
    if (!references) continue;
    meant.add(references);
    for (const id of [before, after]) if (typeof id === 'string') ids.add(id);
  }
  if (ids.size === 0) return new Map();
  const named = [...meant].map((name) => `SELECT id, name FROM ${name} WHERE id = ANY($1)`);
  const found = await rows.rows<{ id: string; name: string }>(named.join(' UNION ALL '), [[...ids]]);
  return new Map(found.map((row) => [row.id, row.name]));
}
