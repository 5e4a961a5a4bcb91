import type { ReactNode } from 'react';
import { ColumnHead, GroupHead } from './ColumnHead.js';
import type { RecordColumn } from './columns.js';
import { headLines } from './heads.js';
import { shown, sumsOf } from './sums.js';

/** The columns of a table on a print sheet. */
export function PrintedTable<Row>({
  columns,
  rows,
  keyOf,
  className = '',
  foot,
}: {
  columns: readonly (RecordColumn<Row> | false)[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  className?: string;
  /** The row below the sums: a <tr>. */
  foot?: ReactNode;
}) {
  const printed = shown(columns, 'paper');
  const sums = sumsOf(printed.map((column) => ({ ...column, sum: column.printedSum ?? column.sum })));
  return (
    <table className={`printed ${className}`.trim()}>
      <thead>
        {headLines(printed).map((line, at) => (
          <tr key={at}>
            {line.map((head) =>
              'group' in head ? (
                <th key={head.group} scope="colgroup" colSpan={head.span} className="centred">
                  <GroupHead group={head.group} />
                </th>
              ) : (
                <th
                  key={head.column.source}
                  scope="col"
                  colSpan={head.span}
                  rowSpan={head.lines}
                  className={head.column.number ? 'num' : undefined}
                >
                  <ColumnHead {...head.column} />
                </th>
              ),
            )}
          </tr>
        ))}
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {printed.map(({ source, number, className: own, cell, printed: onPaper }) => (
              <td key={source} className={[number ? 'num' : '', own ?? ''].join(' ').trim() || undefined}>
                {(onPaper ?? cell)(row)}
              </td>
            ))}
          </tr>
        ))}
        {sums.length > 0 && (
          <tr className="sum">
            {sums.map(({ source, number, className: own, sum, span }) => (
              <td
                key={source}
                colSpan={span}
                className={[number && span === 1 ? 'num' : '', own ?? ''].join(' ').trim() || undefined}
              >
                {sum}
              </td>
            ))}
          </tr>
        )}
        {foot}
      </tbody>
    </table>
  );
}
