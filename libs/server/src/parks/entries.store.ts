import type { Uses } from '@crm/api-contract/parks';
import { assertValidity, type Validity } from '@crm/domain/parks';
import { Refusal, type FieldFault } from '@crm/domain/refusal';
import type { Rows, Table, Tx } from '@crm/platform/db';
import { known } from '../data-access/index.js';
import type { industryChainTable, industryTable, parkTable } from './park.entity.js';

export type EntryTable = typeof parkTable | typeof industryTable | typeof industryChainTable;
type Entry = Validity & { readonly version: number };

/**
 * Where an entry is named. A spec compares the columns with the keys of the database; a standard names a park in text,
 * and a park its industries in a list.
 */
export const USES: Readonly<
  Record<string, readonly (readonly [table: Uses['data'][number]['table'], names: string])[]>
> = {
  park: [
    ['contract', 'park_id = $1::uuid'],
    ['enterprise', 'park_id = $1::uuid'],
    ['investment_project', 'park_id = $1::uuid'],
    ['lead', 'park_id = $1::uuid'],
    ['pace_target', 'park_id = $1::uuid'],
    ['provincial_standard', `place_level = 'park' AND place_key = $1::text`],
  ],
  industry: [
    ['contract', 'industry_id = $1::uuid'],
    ['enterprise', 'industry_id = $1::uuid'],
    ['investment_project', 'industry_id = $1::uuid'],
    ['lead', 'industry_id = $1::uuid'],
    ['provincial_standard', 'industry_id = $1::uuid'],
    ['park', '$1::uuid = ANY(leading_industry_ids)'],
  ],
  industry_chain: [
    ['industry', 'chain_id = $1::uuid'],
    ['industry_chain', 'parent_id = $1::uuid'],
  ],
};

/** How many records name the entry, by table. Refuses `record.absent`. */
export async function usesOf(rows: Rows, table: EntryTable, id: string): Promise<Uses> {
  known(await rows.one(`SELECT 1 FROM ${table.name} WHERE id = $1`, [id]));
  const uses = USES[table.name] ?? [];
  const counts = uses.map(
    ([name, names]) => `SELECT '${name}' AS table, (SELECT count(*)::int FROM ${name} WHERE ${names}) AS count`,
  );
  const data = await rows.rows<Uses['data'][number]>(counts.join(' UNION ALL '), [id]);
  return { data, total: data.reduce((sum, { count }) => sum + count, 0) };
}

/** Refuses `reference.code-taken` and `reference.name-taken`, with the entry that has it. */
export async function refuseTaken(
  tx: Tx,
  table: EntryTable,
  { code, name }: { readonly code?: string | undefined; readonly name?: string | undefined },
  except: string | null = null,
): Promise<void> {
  const others = await tx.rows<{ code: string; name: string }>(
    `SELECT code, name FROM ${table.name} WHERE (code = $1 OR name = $2) AND id IS DISTINCT FROM $3::uuid`,
    [code ?? null, name ?? null, except],
  );
  const faults = others.map((other): FieldFault =>
    other.code === code
      ? { pointer: '/code', code: 'reference.code-taken', params: { code: other.code, name: other.name } }
      : { pointer: '/name', code: 'reference.name-taken', params: { name: other.name } },
  );
  if (faults.length > 0) throw Refusal.fields(faults);
}

/** The entry, locked; `version` is that of its editor, or the stored one where the caller gave none. */
export async function locked(
  tx: Tx,
  table: EntryTable,
  id: string,
  version?: number,
): Promise<Entry & { readonly seen: number }> {
  const entry = known(
    await (table as Table<typeof parkTable.description>).one(tx, { id }, 'FOR UPDATE'),
  ) as unknown as Entry;
  return { ...entry, seen: version ?? entry.version };
}

/** The changes that close an entry. Refuses `reference.validity`. */
export function closedBy(entry: Validity, { from, reason }: { readonly from: string; readonly reason: string }) {
  assertValidity({ validFrom: entry.validFrom, closedFrom: from }, '/from');
  return { closedFrom: from, closedReason: reason };
}

export const REOPENED = { closedFrom: null, closedReason: null } as const;

/** The SQL of the last place of a list, plus one. */
export const lastPlace = (table: EntryTable): string => `(SELECT coalesce(max(position), 0) + 1 FROM ${table.name})`;
