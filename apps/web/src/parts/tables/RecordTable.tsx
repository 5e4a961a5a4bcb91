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
  type ListControllerResult,
  type RaRecord,
} from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { DataTableHeadCell } from 'react-admin';
import { ColumnHead, GroupHead } from './ColumnHead.js';
import type { RecordColumn } from './columns.js';
import { headLines } from './heads.js';
import { shown, sumsOf, type Sum } from './sums.js';
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
            {headLines(onScreen).map((line, at) => (
              <TableRow key={at}>
                {line.map((head) =>
                  'group' in head ? (
                    <TableCell key={head.group} className="group" align="center" scope="colgroup" colSpan={head.span}>
                      <GroupHead group={head.group} />
                    </TableCell>
                  ) : (
                    <HeadCell key={head.column.source} {...head} />
                  ),
                )}
              </TableRow>
            ))}
          </TableHead>
          <Rows<Row> columns={onScreen} {...(rowSx ? { rowSx } : {})} />
          <SumLine sums={sumsOf(onScreen)} />
        </Table>
      </DataTableBase>
    </ScrollX>
  );
}

/** Tells screen readers the order of the rows. */
function HeadCell<Row>({ column, span, lines }: { column: RecordColumn<Row>; span: number; lines: number }) {
  const { source, sortable, number, className } = column;
  const sort = useDataTableSortContext();
  return (
    <DataTableHeadCell
      source={source}
      label={<ColumnHead {...column} />}
      disableSort={!sortable}
      {...(span > 1 ? { colSpan: span } : {})}
      {...(lines > 1 ? { rowSpan: lines } : {})}
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
