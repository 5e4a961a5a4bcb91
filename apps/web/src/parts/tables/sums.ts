import type { RecordColumn } from './columns.js';

/** The columns of the screen, or of the paper. */
export const shown = <Row>(columns: readonly (RecordColumn<Row> | false)[], on: 'screen' | 'paper') =>
  columns.filter((column): column is RecordColumn<Row> => column && (column.only ?? on) === on);

export type Sum = Pick<RecordColumn<never>, 'source' | 'number' | 'className' | 'sum'> & { span: number };

/** The cells of the total row, each as wide as its joined columns; none if no column has a sum. */
export function sumsOf<Row>(columns: readonly RecordColumn<Row>[]): readonly Sum[] {
  if (columns.every(({ sum }) => (sum ?? null) === null)) return [];
  return columns.flatMap(({ source, number, className, sum, joined }, at) => {
    if (joined) return [];
    const next = columns.findIndex((one, index) => index > at && !one.joined);
    const span = (next === -1 ? columns.length : next) - at;
    return [{ source, sum, span, ...(number ? { number } : {}), ...(className ? { className } : {}) }];
  });
}
