import type { RecordColumn } from './columns.js';

/** A cell of the head: of a column, with the columns and lines it takes, or of a group of columns. */
export type Head<Row> =
  | { readonly column: RecordColumn<Row>; readonly span: number; readonly lines: number }
  | { readonly group: string; readonly span: number };

/** The lines of the head: one, or two if columns belong to groups. Then the group stands above its columns. */
export function headLines<Row>(columns: readonly RecordColumn<Row>[]): readonly (readonly Head<Row>[])[] {
  const grouped = columns.some(({ group }) => group !== undefined);
  const own = columns.flatMap((column, at) => {
    if (column.headless) return [];
    const next = columns.findIndex((one, index) => index > at && !one.headless);
    const span = (next === -1 ? columns.length : next) - at;
    return [{ column, span, lines: grouped && column.group === undefined ? 2 : 1 }];
  });
  if (!grouped) return [own];
  const upper: Head<Row>[] = [];
  for (const head of own) {
    const { group } = head.column;
    const before = upper.at(-1);
    if (group === undefined) upper.push(head);
    else if (before && 'group' in before && before.group === group)
      upper[upper.length - 1] = { group, span: before.span + head.span };
    else upper.push({ group, span: head.span });
  }
  return [upper, own.filter(({ column }) => column.group !== undefined)];
}
