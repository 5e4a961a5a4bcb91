import Button from '@mui/material/Button';
import {
  ListBase,
  ListContextProvider,
  ResourceContextProvider,
  useListContext,
  useTranslate,
  type ListBaseProps,
  type ListControllerResult,
  type RaRecord,
} from 'ra-core';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHead } from '../layout/Card.js';
import { Icon } from '../marks/Icon.js';
import { showDecimal } from '../text/numbers.js';
import { Kbd } from '../marks/Kbd.js';
import { PrintSheet } from '../layout/PrintSheet.js';
import type { RecordColumn } from './columns.js';
import { ListRows, type ListRowsProps } from './ListCard.js';
import { PrintedTable } from './PrintedTable.js';
import { keys } from '../keys/keys.js';
import { useKeys } from '../keys/useKeys.js';

interface ListPageProps<Row extends RaRecord>
  extends
    Pick<
      ListBaseProps,
      'resource' | 'sort' | 'perPage' | 'filter' | 'filterDefaultValues' | 'queryOptions' | 'storeKey'
    >,
    Omit<ListRowsProps<Row>, 'label' | 'alwaysFoot'> {
  title: string;
  caption?: ReactNode;
  crumbs?: { label: string; to?: string }[];
  actions?: ReactNode;
  /** Saved views (CountTabs), above the rows. */
  tabs?: ReactNode;
  /** <ListFilter>s and <ListSearch>; at their right the count, and `sums` of the current filter. */
  filters?: ReactNode;
  /** The whole row of filters, where a room shares it with other pages. */
  filterRow?: ReactNode;
  sums?: ReactNode;
  /** The primary button with its key N; undefined for those who may not create. */
  create?: { to: string; label: string };
  /** The list context of a declared route (useAddressList); absent: react-admin's own of `resource`. */
  list?: ListControllerResult;
  /** Cards below the table. */
  below?: ReactNode;
  /** A print button, and the sheet it prints: the same columns over all rows of the page. */
  print?: { scope: ReactNode; rule: string; title?: string; className?: string };
}

/**
 * The list page of every room: heading, views, filters with count, the table on a card. Its whole state is in the URL.
 */
export function ListPage<Row extends RaRecord>({
  title,
  caption,
  crumbs,
  actions,
  tabs,
  filters,
  filterRow,
  sums,
  create,
  list,
  print,
  below,
  empty,
  noneMatch,
  columns = [],
  table,
  phoneRow,
  cards,
  cardsBelow,
  skeletonRows,
  rowHeight,
  ...controller
}: ListPageProps<Row>) {
  const navigate = useNavigate();
  useKeys({ [keys.create]: create && (() => navigate(create.to)) });
  const translate = useTranslate();
  const buttons = (actions || create || print) && (
    <>
      {print && (
        <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
          {translate('parts.print.action')}
        </Button>
      )}
      {actions}
      {create && (
        <Button variant="contained" component={Link} to={create.to} aria-keyshortcuts="N">
          <Icon name="plus" />
          {create.label}
          <Kbd>N</Kbd>
        </Button>
      )}
    </>
  );
  const rows = { empty, noneMatch, columns, table, phoneRow, cards, cardsBelow, skeletonRows, rowHeight };
  const page = (
    <>
      <PageHead title={title} caption={caption} crumbs={crumbs} actions={buttons} />
      {filterRow}
      {tabs}
      {filters && (
        <div className="filters" role="search">
          {filters}
          <span className="spacer" />
          <ListCount sums={sums} />
        </div>
      )}
      <div className="stack">
        <section className="card" aria-label={title}>
          <ListRows label={title} alwaysFoot {...rows} />
        </section>
        {below}
      </div>
      {print && <Printed title={title} columns={columns} {...print} />}
    </>
  );
  if (!list)
    return (
      <ListBase perPage={25} {...controller}>
        {page}
      </ListBase>
    );
  return <ListAround list={list}>{page}</ListAround>;
}

/** The list of a declared route for what stands inside. */
export const ListAround = ({ list, children }: { list: ListControllerResult; children: ReactNode }) => (
  <ResourceContextProvider value={list.resource}>
    <ListContextProvider value={list}>{children}</ListContextProvider>
  </ResourceContextProvider>
);

function Printed<Row extends RaRecord>({
  title,
  columns,
  scope,
  rule,
  className,
}: { title: string; columns: readonly (RecordColumn<Row> | false)[] } & NonNullable<ListPageProps<Row>['print']>) {
  const { data } = useListContext<Row>();
  return (
    <PrintSheet title={title} scope={scope} rule={rule}>
      <PrintedTable
        columns={columns}
        rows={data ?? []}
        keyOf={({ id }) => String(id)}
        {...(className ? { className } : {})}
      />
    </PrintSheet>
  );
}

/** “共 319 条”, or as `said`; a count that stopped at its limit says so. */
export function ListCount({ sums, said }: { sums?: ReactNode; said?: string }) {
  const translate = useTranslate();
  const { total, meta } = useListContext();
  if (total === undefined) return null;
  return (
    <span className="caption nowrap" aria-live="polite">
      {translate(
        (meta as { totalIsExact?: boolean } | undefined)?.totalIsExact === false
          ? 'parts.list.atLeast'
          : (said ?? 'parts.list.total'),
        { total: showDecimal(total), smart_count: showDecimal(total) },
      )}
      {sums}
    </span>
  );
}
