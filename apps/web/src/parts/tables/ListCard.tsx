import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useListContext, useTranslate, type RaRecord } from 'ra-core';
import { Fragment, type ReactNode } from 'react';
import { Card } from '../layout/Card.js';
import { ErrorSentence } from '../layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../layout/Waiting.js';
import type { IconName } from '../marks/Icon.js';
import type { RecordColumn } from './columns.js';
import { ListFoot } from './ListFoot.js';
import { RecordTable, type TableLook } from './RecordTable.js';

interface Empty {
  icon: IconName;
  title: string;
  why?: string;
  action?: ReactNode;
}

export interface ListRowsProps<Row extends RaRecord> {
  /** The label of the table for screen readers. */
  label: string;
  /** The empty state before any filter: why, and what to do. */
  empty: Empty;
  /** The empty state of a filter; its button clears the filter. */
  noneMatch?: Pick<Empty, 'title' | 'why'>;
  /** Shown and, with a print sheet, printed. */
  columns?: readonly (RecordColumn<Row> | false)[];
  table?: TableLook<Row>;
  /** On a phone, a row of two lines instead of the table. */
  phoneRow?: (row: Row) => ReactNode;
  /** The rows in another shape than a table: always, or with `cardsBelow` only on a narrower screen. */
  cards?: (rows: readonly Row[]) => ReactNode;
  /** In px. */
  cardsBelow?: number;
  /** Grey lines while it comes. */
  skeletonRows?: number;
  rowHeight?: number;
  /** The pages, also where there is only one. */
  alwaysFoot?: boolean;
}

const PHONE = 600;

/** The rows of the list around it: an error, grey lines, an empty state, or the table with its pages. */
export function ListRows<Row extends RaRecord>({
  label,
  empty,
  noneMatch,
  columns = [],
  table,
  phoneRow,
  cards,
  cardsBelow = cards ? Infinity : PHONE,
  skeletonRows,
  rowHeight,
  alwaysFoot = false,
}: ListRowsProps<Row>) {
  const translate = useTranslate();
  const below = Number.isFinite(cardsBelow) ? `(max-width:${cardsBelow - 0.05}px)` : 'all';
  const narrow = useMediaQuery(below, { noSsr: true });
  const list = useListContext<Row>();
  const { isPending, error, refetch, data, total, filterValues, setFilters, perPage, page, setPage, hasNextPage } =
    list;
  if (error && !data) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (isPending)
    return <SkeletonTable rows={skeletonRows ?? Math.min(perPage, 12)} {...(rowHeight ? { rowHeight } : {})} />;
  if (!data || data.length === 0) {
    return Object.keys(filterValues).length > 0 ? (
      <EmptyState
        icon="search"
        title={noneMatch?.title ?? translate('parts.list.noneMatch')}
        why={noneMatch ? noneMatch.why : translate('parts.list.noneMatchWhy')}
        action={<Button onClick={() => setFilters({}, {})}>{translate('ra.navigation.clear_filters')}</Button>}
      />
    ) : (
      <EmptyState {...empty} />
    );
  }
  const pages = alwaysFoot || page > 1 || hasNextPage === true || total > perPage;
  return (
    <>
      {narrow && cards ? (
        cards(data)
      ) : narrow && phoneRow ? (
        data.map((record) => <Fragment key={record.id}>{phoneRow(record)}</Fragment>)
      ) : (
        <RecordTable<Row> label={label} columns={columns} {...table} />
      )}
      {pages && (
        <ListFoot
          size
          page={page}
          perPage={perPage}
          total={total}
          shown={data.length}
          {...(hasNextPage === undefined ? {} : { more: hasNextPage })}
          onPage={setPage}
        />
      )}
    </>
  );
}

interface ListCardProps<Row extends RaRecord> extends ListRowsProps<Row> {
  title?: ReactNode;
  caption?: ReactNode;
  actions?: ReactNode;
}

/** A card with the rows of the list around it, on a page that shows more than one list. */
export const ListCard = <Row extends RaRecord>({ title, caption, actions, ...rows }: ListCardProps<Row>) => (
  <Card flush label={rows.label} caption={caption} actions={actions} {...(title === undefined ? {} : { title })}>
    <ListRows {...rows} />
  </Card>
);
