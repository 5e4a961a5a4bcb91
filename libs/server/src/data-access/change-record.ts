import { Refusal, type Fact } from '@crm/domain/refusal';
import {
  guardedUpdate,
  type AnyTable,
  type Changes,
  type Columns,
  type Editable,
  type ShownValues,
  type Table,
  type Tx,
} from '@crm/platform/db';

/**
 * A stale edit, with what the editor must see to decide: the record as it is and the fields that differ from what was
 * sent.
 */
export class StaleRecord extends Refusal {
  constructor(
    readonly current: unknown,
    readonly fields: readonly string[],
  ) {
    super('version.stale', { fields: [...fields] }, 'stale');
  }
}

/**
 * Changes what an editor sent of one record, at the version the editor saw. Refuses `record.absent` (404) and
 * `version.stale` (412) with the record as it is and the fields that differ from what was sent.
 */
export function changeRecord<D extends Columns>(
  tx: Tx,
  table: Table<D>,
  id: string,
  version: number,
  changes: Partial<Editable<D>>,
  view?: (row: ShownValues<D>) => object,
): Promise<ShownValues<D>>;
/** The same of a table that is named, with columns. */
export function changeRecord<Row extends object>(
  tx: Tx,
  table: string,
  id: string,
  version: number,
  changes: Readonly<Record<string, unknown>>,
  view: (row: Row) => object,
): Promise<Row>;
export function changeRecord(
  tx: Tx,
  table: AnyTable | string,
  id: string,
  version: number,
  changes: Readonly<Record<string, unknown>>,
  view: (row: never) => object = (row) => row,
): Promise<object> {
  return typeof table === 'string'
    ? changeColumns(tx, table, id, version, changes, view)
    : writeRecord(tx, table, id, version, changes, view as (row: object) => object);
}

/** As `changeRecord`, for a verb of the room: it may write what no editor may. */
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

async function changeColumns<Row extends object>(
  tx: Tx,
  table: string,
  id: string,
  version: number,
  changes: Readonly<Record<string, unknown>>,
  view: (row: Row) => object,
): Promise<Row> {
  const result = await guardedUpdate<Row>(tx, table, id, version, changes);
  if (result.outcome === 'absent') throw Refusal.absent('record.absent');
  if (result.outcome === 'updated') return result.row;
  const current = result.current as Record<string, unknown>;
  const differing = Object.keys(changes).filter((column) => written(current[column]) !== written(changes[column]));
  throw new StaleRecord(view(result.current), differing.map(wireName));
}

/** As it is written on the wire: a decimal without zeros at its end, a day or an instant as text. */
function written(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '');
  return /^\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

const wireName = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The row, or 404: also when the actor may not know of it. */
export function known<Row>(row: Row | undefined, facts: Readonly<Record<string, Fact>> = {}): Row {
  if (row === undefined) throw Refusal.absent('record.absent', facts);
  return row;
}
