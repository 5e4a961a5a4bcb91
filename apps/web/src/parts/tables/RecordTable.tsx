import type { SxProps, Theme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  DataTableBase,
  ListContextProvider,
  ResourceContextProvider,
  useDataTableDataContext,
  useDataTableSortContext,
  useList,
  useTranslate,
  type ListControllerResult,
  type RaRecord,
} from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { DataTableHeadCell } from 'react-admin';
import type { RecordColumn } from './columns.js';
import { ScrollX } from './ScrollX.js';

export interface TableLook<Row> {
  className?: string;
  /** Marks a row: crossed out or grey. */
  rowSx?: (row: Row) => SxProps<Theme>;
  /** The table itself has the label too, beside others of the same drawer. */
  named?: boolean;
}

interface RecordTableProps<Row> extends TableLook<Row> {
  /** The label for screen readers if the table is wider than the screen. */
  label: string;
  columns: readonly (RecordColumn<Row> | false)[];
}

/**
 * The rows of the list around it, by one definition of the columns. It uses parts of react-admin's DataTable; the whole
 * would add selection, expanding and a choice of columns to the first load.
 */
export function RecordTable<Row extends RaRecord>({ label, columns, className, rowSx, named }: RecordTableProps<Row>) {
  const onScreen = shown(columns, 'screen');
  return (
    <ScrollX label={label} {...(className ? { className } : {})}>
      <DataTableBase<Row> hasBulkActions={false} empty={null} loading={null} rowClick={false}>
        <Table {...(named ? { 'aria-label': label } : {})}>
          <TableHead>
            <TableRow>
              {onScreen.map((column) => (
                <HeadCell key={column.source} column={column} />
              ))}
            </TableRow>
          </TableHead>
          <Rows<Row> columns={onScreen} {...(rowSx ? { rowSx } : {})} />
          <SumLine sums={sumsOf(onScreen)} />
        </Table>
      </DataTableBase>
    </ScrollX>
  );
}

/** Tells screen readers the order of the rows. */
function HeadCell<Row>({ column }: { column: RecordColumn<Row> }) {
  const { source, sortable, number, className } = column;
  const sort = useDataTableSortContext();
  return (
    <DataTableHeadCell
      source={source}
      label={<ColumnHead {...column} />}
      disableSort={!sortable}
      {...(number ? { align: 'right' } : {})}
      {...(className ? { className } : {})}
      {...(sortable && sort?.field === source ? { sortDirection: sort.order === 'ASC' ? 'asc' : 'desc' } : {})}
    />
  );
}

/** The first cell names the row for screen readers. */
function Rows<Row extends RaRecord>({
  columns,
  rowSx,
}: Pick<TableLook<Row>, 'rowSx'> & { columns: readonly RecordColumn<Row>[] }) {
  const rows = useDataTableDataContext<Row>();
  return (
    <TableBody>
      {rows?.map((row) => (
        <TableRow key={row.id} hover {...(rowSx ? { sx: rowSx(row) } : {})}>
          {columns.map(({ source, number, className = '', cell }, at) => (
            <TableCell
              key={source}
              className={`column-${source} ${className}`.trim()}
              {...(number ? { align: 'right' } : {})}
              {...(at === 0 ? { component: 'th', scope: 'row' } : {})}
            >
              {cell(row)}
            </TableCell>
          ))}
        </TableRow>
      ))}
    </TableBody>
  );
}

function SumLine({ sums }: { sums: readonly Sum[] }) {
  if (sums.length === 0) return null;
  return (
    <TableFooter>
      <TableRow className="sum">
        {sums.map(({ source, number, className, sum, span }) => (
          <TableCell
            key={source}
            colSpan={span}
            align={number && span === 1 ? 'right' : 'left'}
            {...(className ? { className } : {})}
          >
            {sum}
          </TableCell>
        ))}
      </TableRow>
    </TableFooter>
  );
}

/** The same for loaded rows, in a panel or a drawer. */
export function RowsTable<Row extends RaRecord>({
  name,
  rows,
  sorted,
  phoneRow,
  ...table
}: RecordTableProps<Row> & {
  name: string;
  rows: readonly Row[];
  /** The order of the rows from the server, and how to request another. */
  sorted?: Pick<ListControllerResult, 'sort' | 'setSort'>;
  /** On a phone, a row of two lines instead of the table. */
  phoneRow?: (row: Row) => ReactNode;
}) {
  const phone = useMediaQuery('(max-width:599.95px)');
  const list = useList({ data: [...rows], perPage: 1_000 });
  if (phone && phoneRow) return rows.map((row) => <Fragment key={row.id}>{phoneRow(row)}</Fragment>);
  return (
    <ResourceContextProvider value={name}>
      <ListContextProvider value={sorted ? { ...list, ...sorted } : list}>
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
  /** The row below the sums: a <tr>. */
  foot?: ReactNode;
}) {
  const printed = shown(columns, 'paper');
  const sums = sumsOf(printed.map((column) => ({ ...column, sum: column.printedSum ?? column.sum })));
  return (
    <table className={`printed ${className}`.trim()}>
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

const shown = <Row,>(columns: readonly (RecordColumn<Row> | false)[], on: 'screen' | 'paper') =>
  columns.filter((column): column is RecordColumn<Row> => column && (column.only ?? on) === on);

type Sum = Pick<RecordColumn<never>, 'source' | 'number' | 'className' | 'sum'> & { span: number };

/** The cells of the total row, each as wide as its joined columns; none if no column has a sum. */
function sumsOf<Row>(columns: readonly RecordColumn<Row>[]): readonly Sum[] {
  if (columns.every(({ sum }) => (sum ?? null) === null)) return [];
  return columns.flatMap(({ source, number, className, sum, joined }, at) => {
    if (joined) return [];
    const next = columns.findIndex((one, index) => index > at && !one.joined);
    const span = (next === -1 ? columns.length : next) - at;
    return [{ source, sum, span, ...(number ? { number } : {}), ...(className ? { className } : {}) }];
  });
}

/** Name and, on a second line, unit; a name with a year in it comes as words. */
function ColumnHead({ label, unit, heard }: Pick<RecordColumn<never>, 'label' | 'unit' | 'heard'>) {
  const translate = useTranslate();
  return (
    <span className={heard ? 'unseen' : undefined}>
      {translate(label, { _: label })}
      {unit && (
        <>
          <br />
          {translate(unit, { _: unit })}
        </>
      )}
    </span>
  );
}
