import { ListContextProvider, ResourceContextProvider, useList, useTranslate, type RaRecord } from 'ra-core';
import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from 'react-admin';
import type { RecordColumn } from './columns.js';
import { ScrollX } from './ScrollX.js';

type TableOptions = Omit<DataTableProps, 'children'>;

interface RecordTableProps<Row> extends TableOptions {
  /** Heard where the table is wider than the screen. */
  label: string;
  columns: readonly (RecordColumn<Row> | false)[];
}

/** The rows of the list around it, by one definition of the columns. */
export function RecordTable<Row extends RaRecord>({ label, columns, ...table }: RecordTableProps<Row>) {
  return (
    <ScrollX label={label}>
      <DataTable bulkActionButtons={false} rowClick={false} {...table}>
        {shown(columns, 'screen').map((column) => (
          <DataTable.Col<Row>
            key={column.source}
            source={column.source as never}
            label={<ColumnHead {...column} />}
            disableSort={!column.sortable}
            {...(column.number ? { align: 'right' } : {})}
            {...(column.className ? { className: column.className } : {})}
            render={column.cell}
          />
        ))}
      </DataTable>
    </ScrollX>
  );
}

/** The same for rows that are already there, in a panel or a drawer. */
export function RowsTable<Row extends RaRecord>({
  name,
  rows,
  ...table
}: RecordTableProps<Row> & { name: string; rows: readonly Row[] }) {
  const list = useList({ data: [...rows], perPage: 1_000 });
  return (
    <ResourceContextProvider value={name}>
      <ListContextProvider value={list}>
        <RecordTable {...table} />
      </ListContextProvider>
    </ResourceContextProvider>
  );
}

/** The same columns on a print sheet. */
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
  /** Sums: a <tr>. */
  foot?: ReactNode;
}) {
  const printed = shown(columns, 'paper');
  return (
    <table className={`pt ${className}`.trim()}>
      <thead>
        <tr>
          {printed.map((column) => (
            <th key={column.source} scope="col" className={column.number ? 'num' : undefined}>
              <ColumnHead {...column} />
            </th>
          ))}
        </tr>
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
        {foot}
      </tbody>
    </table>
  );
}

const shown = <Row,>(columns: readonly (RecordColumn<Row> | false)[], on: 'screen' | 'paper') =>
  columns.filter((column): column is RecordColumn<Row> => column && (column.only ?? on) === on);

/** Name and, on a second line, unit. */
export function ColumnHead({ label, unit }: { label: string; unit?: string }) {
  const translate = useTranslate();
  return (
    <span>
      {translate(label)}
      {unit && (
        <>
          <br />
          {translate(unit)}
        </>
      )}
    </span>
  );
}
