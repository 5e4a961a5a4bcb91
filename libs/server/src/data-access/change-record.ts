import { Refusal, type Fact } from '@crm/domain/refusal';
import type { Changes, Columns, Editable, ShownValues, Table, Tx } from '@crm/platform/db';

/** A stale edit, with what the editor needs to decide: the current record and the fields that differ. */
export class StaleRecord extends Refusal {
  constructor(
    readonly current: unknown,
    readonly fields: readonly string[],
  ) {
    super('version.stale', { fields: [...fields] }, 'stale');
  }
}

/**
 * Changes one record at the version its editor saw. Refuses `record.absent` (404) and `version.stale` (412) with the
 * current record and the fields that differ.
 */
export const changeRecord = <D extends Columns>(
  tx: Tx,
  table: Table<D>,
  id: string,
  version: number,
  changes: Partial<Editable<D>>,
  view?: (row: ShownValues<D>) => object,
): Promise<ShownValues<D>> => writeRecord(tx, table, id, version, changes as object as Changes<D>, view);

/** As `changeRecord`, for a use case of the room: it may write fields that no editor may. */
export async function writeRecord<D extends Columns>(
  tx: Tx,
  table: Table<D>,
  id: string,
  version: number,
  changes: Changes<D>,
  view: (row: ShownValues<D>) => object = (row) => row,
): Promise<ShownValues<D>> {
  const result = await table.change(tx, id, version, changes);
  if (result.outcome === 'absent') throw Refusal.absent('record.absent');
  if (result.outcome === 'changed') return result.row;
  const current = result.current as Readonly<Record<string, unknown>>;
  const sent = changes as Readonly<Record<string, unknown>>;
  const differing = Object.keys(sent).filter((field) => written(current[field]) !== written(sent[field]));
  throw new StaleRecord(view(result.current), differing);
}

/** As on the wire: a decimal without trailing zeros, a day or an instant as text. */
function written(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '');
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** The row, or `record.absent` (404), also if the actor may not see it. */
export function known<Row>(row: Row | undefined, facts: Readonly<Record<string, Fact>> = {}): Row {
  if (row === undefined) throw Refusal.absent('record.absent', facts);
  return row;
}
