import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { DataTable, type DataTableProps } from 'react-admin';
import { ListBase, useListContext, useTranslate, type ListBaseProps, type RaRecord } from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHead } from '../layout/Card.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import { Icon, type IconName } from '../marks/Icon.js';
import { showDecimal } from '../text/numbers.js';
import { Kbd } from '../marks/Kbd.js';
import { ScrollX } from './ScrollX.js';
import { useKey } from '../keys/useKey.js';
import { EmptyState, SkeletonTable } from '../layout/Waiting.js';

interface ListPageProps extends Pick<
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
  /** Columns of a DataTable. */
  children: ReactNode;
  /** On a phone, a row of two lines instead of the table. */
  phoneRow?: (record: RaRecord) => ReactNode;
  table?: Omit<DataTableProps, 'children'>;
}

/**
 * The list page of every room: heading, views, filters with count, the table on a card. Its whole state is in the URL.
 */
export function ListPage({
  title,
  caption,
  actions,
  tabs,
  filters,
  sums,
  empty,
  create,
  children,
  table,
  phoneRow,
  ...list
}: ListPageProps) {
  const navigate = useNavigate();
  useKey('n', create && (() => void navigate(create.to)));
  return (
    <ListBase perPage={25} {...list}>
      <PageHead
        title={title}
        caption={caption}
        actions={
          (actions || create) && (
            <>
              {actions}
              {create && (
                <Button variant="contained" component={Link} to={create.to} aria-keyshortcuts="N">
                  <Icon name="plus" />
                  {create.label}
                  <Kbd>N</Kbd>
                </Button>
              )}
            </>
          )
        }
      />
      {tabs}
      <div className="filters" role="search">
        {filters}
        <span className="sp" />
        <ListCount sums={sums} />
      </div>
      <section className="card">
        <Rows title={title} empty={empty} table={table} phoneRow={phoneRow}>
          {children}
        </Rows>
      </section>
    </ListBase>
  );
}

function Rows({
  title,
  empty,
  table,
  phoneRow,
  children,
}: Pick<ListPageProps, 'title' | 'empty' | 'table' | 'phoneRow' | 'children'>) {
  const translate = useTranslate();
  const phone = useMediaQuery('(max-width:599.95px)');
  const { isPending, error, refetch, data, filterValues, setFilters, perPage } = useListContext();
  if (error && !data) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonTable rows={Math.min(perPage, 12)} />;
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
        <ScrollX label={title}>
          <DataTable {...table}>{children}</DataTable>
        </ScrollX>
      )}
      <ListFoot />
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

function ListFoot() {
  const translate = useTranslate();
  const { page, perPage, total, data, hasNextPage, hasPreviousPage, setPage } = useListContext();
  const from = (page - 1) * perPage + 1;
  return (
    <div className="listfoot">
      <span className="t-cap">
        {translate('ra.navigation.page_range_info', {
          offsetBegin: showDecimal(from),
          offsetEnd: showDecimal(from + (data?.length ?? 0) - 1),
          total: showDecimal(total),
        })}
      </span>
      <span className="sp" />
      <span className="t-cap">{`${translate('ra.navigation.page_rows_per_page')} ${perPage}`}</span>
      <IconButton
        className="edged"
        disabled={!hasPreviousPage}
        aria-label={translate('ra.navigation.previous')}
        onClick={() => setPage(page - 1)}
      >
        <Icon name="left" />
      </IconButton>
      <IconButton
        className="edged"
        disabled={!hasNextPage}
        aria-label={translate('ra.navigation.next')}
        onClick={() => setPage(page + 1)}
      >
        <Icon name="right" />
      </IconButton>
    </div>
  );
}

/** A column header on two lines, name and unit: `label={<ColHead name="leads.areaMu" unit="parts.unit.mu" />}`. */
export function ColHead({ name, unit }: { name: string; unit: string }) {
  const translate = useTranslate();
  return (
    <span>
      {translate(name)}
      <br />
      {translate(unit)}
    </span>
  );
}
