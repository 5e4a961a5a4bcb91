import type { MergeNotice } from '@crm/api-contract/enterprises';
import type { AnyTable, Tx } from '@crm/platform/db';
import { known } from '../data-access/index.js';
import type { MergeRecord } from '../merging/merge.entity.js';

type Values = Readonly<Record<string, unknown>>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] };

/** Writes what a merge settles, and keeps each row as it was, so that an undo sets exactly that back. */
export class MergeNotes {
  readonly changed: Mutable<MergeRecord>['changed'] = [];
  readonly removed: Mutable<MergeRecord>['removed'] = [];
  readonly added: Mutable<MergeRecord>['added'] = [];
  readonly notices: MergeNotice[] = [];

  constructor(private readonly tx: Tx) {}

  tell(notice: MergeNotice['notice'], facts: MergeNotice['facts']): void {
    this.notices.push({ notice, facts });
  }

  async change(table: AnyTable, id: string, changes: Values): Promise<void> {
    const fields = Object.keys(changes);
    const before = await valuesOf(this.tx, table, id, fields);
    await table.update(this.tx, { id }, changes);
    this.changed.push({ table: table.name, id, before, after: await valuesOf(this.tx, table, id, fields) });
  }

  async remove(table: AnyTable, id: string): Promise<void> {
    const row = await wholeRow(this.tx, table, id);
    await table.remove(this.tx, { id });
    this.removed.push({ table: table.name, row });
  }

  async add(table: AnyTable, row: Values & { readonly id: string }): Promise<void> {
    await table.insert(this.tx, row);
    this.added.push({ table: table.name, id: row.id });
  }
}

/** A whole row to be written again: an instant keeps its microseconds, which the wire cuts off. */
export async function wholeRow(tx: Tx, table: AnyTable, id: string): Promise<Values> {
  const columns = [...table.named.values()]
    .filter(({ facts }) => !facts.generated)
    .map(
      ({ field, column, facts }) => `t.${column}${facts.type.startsWith('timestamp') ? '::text' : ''} AS "${field}"`,
    );
  return known(await tx.one<Values>(`SELECT ${columns.join(', ')} FROM ${table.name} t WHERE t.id = $1`, [id]));
}

/** Some fields of a row, as on the wire. */
export const valuesOf = async (tx: Tx, table: AnyTable, id: string, fields: readonly string[]): Promise<Values> =>
  known(await tx.one<Values>(`SELECT ${table.pick('t', ...fields)} FROM ${table.name} t WHERE t.id = $1`, [id]));
