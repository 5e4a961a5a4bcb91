import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Answer } from '../layout/Answer.js';
import { Card } from '../layout/Card.js';
import { Icon, type IconName } from '../marks/Icon.js';
import { ScrollX } from './ScrollX.js';
import { UnitHead } from './UnitHead.js';
import { EmptyState } from '../layout/Waiting.js';

/**
 * A text column; a number column with its unit below the name; or a column of buttons with a name for screen readers
 * only.
 */
type Column = string | readonly [name: string, unit: string] | { readonly heard: string };

interface Props<Row> {
  /** The heading of the card; if the page's heading says it, only `label`. */
  title?: string | undefined;
  label?: string | undefined;
  caption?: ReactNode;
  /** As from useQuery. */
  answer: { data: readonly Row[] | undefined; error: unknown; refetch: () => unknown };
  columns: readonly (Column | false)[];
  /** Why there is nothing yet. */
  none: { icon: IconName; title: string; why?: string };
  /** The button that adds a row: in the heading of the card, or in its middle while it is empty. */
  add?: { label: string; onClick: () => void } | undefined | false;
  className?: string;
  /** Grey lines while loading. */
  rows?: number;
  rowHeight?: number;
  /** Below the table: pages, totals. */
  foot?: ReactNode;
  /** The rows, each a <tr>. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** A card with one table: headers with units, the empty state, and the way to add a row. */
export function TableCard<Row>({
  title,
  label,
  caption,
  answer,
  columns,
  none,
  add,
  className,
  rows = 3,
  rowHeight,
  foot,
  children,
}: Props<Row>) {
  const filled = answer.data !== undefined && answer.data.length > 0;
  const button = (icon?: ReactNode) =>
    add && (
      <Button startIcon={icon} onClick={add.onClick}>
        {add.label}
      </Button>
    );
  return (
    <Card
      flush
      {...(title === undefined ? { label } : { title })}
      caption={caption}
      actions={filled && button(<Icon name="plus" />)}
    >
      <Answer
        answer={answer}
        rows={rows}
        {...(rowHeight ? { rowHeight } : {})}
        none={(data) => data.length === 0 && <EmptyState {...none} action={button()} />}
      >
        {(data) => (
          <ScrollX label={title ?? label ?? ''}>
            <table className={className ? `plain keep ${className}` : 'plain keep'}>
              <thead>
                <tr>{columns.map((column, index) => column && <ColumnHead key={index} column={column} />)}</tr>
              </thead>
              <tbody>{children(data)}</tbody>
            </table>
          </ScrollX>
        )}
      </Answer>
      {foot}
    </Card>
  );
}

function ColumnHead({ column }: { column: Column }) {
  if (typeof column === 'string') return <th scope="col">{column}</th>;
  if ('heard' in column) {
    return (
      <th scope="col">
        <span className="unseen">{column.heard}</span>
      </th>
    );
  }
  return <UnitHead name={column[0]} unit={column[1]} />;
}
