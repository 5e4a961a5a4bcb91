import { Refusal, type Fact } from '@crm/domain/refusal';
import { guardedUpdate, type Tx } from '@crm/platform/db';

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
 * Changes one record at the version its editor saw. `changes` are columns. Refuses `record.absent` (404) and
 * `version.stale` (412) with the differing fields, named as the wire names them.
 */
export async function changeRecord<Row extends object>(
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

/** As it would be written on the wire: a numeric column carries six places, the editor's text as many as were typed. */
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
