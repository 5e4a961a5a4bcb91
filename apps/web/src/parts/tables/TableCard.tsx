import Button from '@mui/material/Button';
import type { RaRecord } from 'ra-core';
import type { ReactNode } from 'react';
import { Answer } from '../layout/Answer.js';
import { Card } from '../layout/Card.js';
import { EmptyState } from '../layout/Waiting.js';
import { Icon, type IconName } from '../marks/Icon.js';
import type { RecordColumn } from './columns.js';
import { RowsTable, type TableLook } from './RecordTable.js';

interface Props<Row extends RaRecord> {
  /** The name of the rows in react-admin. */
  name: string;
  title: string;
  caption?: ReactNode;
  /** As from useQuery. */
  answer: { data: readonly Row[] | undefined; error: unknown; refetch: () => unknown };
  columns: readonly (RecordColumn<Row> | false)[];
  /** Why there is nothing yet. */
  none: { icon: IconName; title: string; why?: string };
  /** The button that adds a row: in the heading of the card, or in its middle while it is empty. */
  add?: { label: string; onClick: () => void } | undefined | false;
  className?: string;
  rowSx?: TableLook<Row>['rowSx'];
  /** On a phone, a row of two lines instead of the table. */
  phoneRow?: (row: Row) => ReactNode;
  /** Grey lines while loading. */
  rows?: number;
  rowHeight?: number;
}

/** Rows that are no longer valid, kept for reading. */
export const pastRow = { '& > *': { color: 'var(--ink-3)' } };

/** A card with the rows of one answer: the table, the empty state, and the button to add a row. */
export function TableCard<Row extends RaRecord>({
  name,
  title,
  caption,
  answer,
  columns,
  none,
  add,
  className = '',
  rowSx,
  phoneRow,
  rows = 3,
  rowHeight,
}: Props<Row>) {
  const filled = answer.data !== undefined && answer.data.length > 0;
  const button = (icon?: ReactNode) =>
    add && (
      <Button startIcon={icon} onClick={add.onClick}>
        {add.label}
      </Button>
    );
  return (
    <Card flush title={title} caption={caption} actions={filled && button(<Icon name="plus" />)}>
      <Answer
        answer={answer}
        rows={rows}
        {...(rowHeight ? { rowHeight } : {})}
        none={(data) => data.length === 0 && <EmptyState {...none} action={button()} />}
      >
        {(data) => (
          <RowsTable<Row>
            name={name}
            label={title}
            className={`firstkept ${className}`.trim()}
            columns={columns}
            rows={data}
            {...(rowSx ? { rowSx } : {})}
            {...(phoneRow ? { phoneRow } : {})}
          />
        )}
      </Answer>
    </Card>
  );
}
