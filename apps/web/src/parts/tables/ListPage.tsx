import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
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
import { Fragment, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHead } from '../layout/Card.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import { Icon, type IconName } from '../marks/Icon.js';
import { showDecimal } from '../text/numbers.js';
import { Kbd } from '../marks/Kbd.js';
import { PrintSheet } from '../layout/PrintSheet.js';
import type { RecordColumn } from './columns.js';
import { ListFoot } from './ListFoot.js';
import { PrintedTable, RecordTable, type TableLook } from './RecordTable.js';
import { keys } from '../keys/keys.js';
import { useKeys } from '../keys/useKeys.js';
import { EmptyState, SkeletonTable } from '../layout/Waiting.js';

interface ListPageProps<Row extends RaRecord> extends Pick<
  ListBaseProps,
  'resource' | 'sort' | 'perPage' | 'filter' | 'filterDefaultValues' | 'queryOptions' | 'storeKey'
> {
  title: string;
  caption?: ReactNode;
  actions?: ReactNode;
  /** Saved views (CountTabs), above the filters. */
  tabs?: ReactNode;
  /** <ListFilter>s and <ListSearch>; at their right the count, and `sums` of the current filter. */
  filters?: ReactNode;
  sums?: ReactNode;
  /** The empty state before any filter: why, and what to do. */
  empty: { icon: IconName; title: string; why?: string; action?: ReactNode };
  /** The primary button with its key N; undefined for those who may not create. */
  create?: { to: string; label: string };
  /** Shown and, with `print`, printed. */
  columns: readonly (RecordColumn<Row> | false)[];
  /** The list context of a declared route (useAddressList); absent: react-admin's own of `resource`. */
  list?: ListControllerResult;
  /** Cards below the table. */
  below?: ReactNode;
  /** A print button, and the sheet it prints: the same columns over all rows of the page. */
  print?: { scope: ReactNode; rule: string };
  /** On a phone, a row of two lines instead of the table. */
  phoneRow?: (row: Row) => ReactNode;
  table?: TableLook<Row>;
  /** Grey lines while it comes. */
  skeletonRows?: number;
}

/**
 * The list page of every room: heading, views, filters with count, the table on a card. Its whole state is in the URL.
 */
export function ListPage<Row extends RaRecord>({
  title,
  caption,
  actions,
  tabs,
  filters,
  sums,
  empty,
  create,
  columns,
  list,
  print,
  below,
  table,
  phoneRow,
  skeletonRows,
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
  const page = (
    <>
      <PageHead title={title} caption={caption} actions={buttons} />
      {tabs}
      {filters && (
        <div className="filters" role="search">
          {filters}
          <span className="sp" />
          <ListCount sums={sums} />
        </div>
      )}
      <div className="stack">
        <section className="card" aria-label={title}>
          <Rows {...{ title, empty, columns, table, phoneRow, skeletonRows }} />
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
  return (
    <ResourceContextProvider value={list.resource}>
      <ListContextProvider value={list}>{page}</ListContextProvider>
    </ResourceContextProvider>
  );
}

function Printed<Row extends RaRecord>({
  title,
  columns,
  scope,
  rule,
}: Pick<ListPageProps<Row>, 'title' | 'columns'> & NonNullable<ListPageProps<Row>['print']>) {
  const { data } = useListContext<Row>();
  return (
    <PrintSheet title={title} scope={scope} rule={rule}>
      <PrintedTable columns={columns} rows={data ?? []} keyOf={({ id }) => String(id)} />
    </PrintSheet>
  );
}

function Rows<Row extends RaRecord>({
  title,
  empty,
  columns,
  table,
  phoneRow,
  skeletonRows,
}: Pick<ListPageProps<Row>, 'title' | 'empty' | 'columns' | 'table' | 'phoneRow' | 'skeletonRows'>) {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width:599.95px)');
  const { isPending, error, refetch, data, total, filterValues, setFilters, perPage, page, setPage, hasNextPage } =
    useListContext<Row>();
  if (error && !data) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonTable rows={skeletonRows ?? Math.min(perPage, 12)} />;
  if (!data || data.length === 0) {
    return Object.keys(filterValues).length > 0 ? (
      <EmptyState
        icon="search"
        title={translate('parts.list.noneMatch')}
        why={translate('parts.list.noneMatchWhy')}
        action={<Button onClick={() => setFilters({}, {})}>{translate('ra.navigation.clear_filters')}</Button>}
      />
    ) : (
      <EmptyState {...empty} />
    );
  }
  return (
    <>
      {phone && phoneRow ? (
        data.map((record) => <Fragment key={record.id}>{phoneRow(record)}</Fragment>)
      ) : (
        <RecordTable<Row> label={title} columns={columns} {...table} />
      )}
      <ListFoot
        size
        page={page}
        perPage={perPage}
        total={total}
        shown={data.length}
        {...(hasNextPage === undefined ? {} : { more: hasNextPage })}
        onPage={setPage}
      />
    </>
  );
}

/** “共 319 条”; a count that stopped at its limit says so. */
export function ListCount({ sums }: { sums?: ReactNode }) {
  const translate = useTranslate();
  const { total, meta } = useListContext();
  if (total === undefined) return null;
  return (
    <span className="t-cap nw" aria-live="polite">
      {translate(
        (meta as { totalIsExact?: boolean } | undefined)?.totalIsExact === false
          ? 'parts.list.atLeast'
          : 'parts.list.total',
        { total: showDecimal(total) },
      )}
      {sums}
    </span>
  );
}
