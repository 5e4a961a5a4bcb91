import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Answer } from '../layout/Answer.js';
import { Card } from '../layout/Card.js';
import { Icon, type IconName } from '../marks/Icon.js';
import { ScrollX } from './ScrollX.js';
import { UnitHead } from './UnitHead.js';
import { EmptyState } from '../layout/Waiting.js';

/** A column of words; of numbers, with the unit below the name; or of buttons, its name heard and not seen. */
export type Column = string | readonly [name: string, unit: string] | { readonly heard: string };

interface Props<Row> {
  /** Seen as the head of the card; where the page's own head says it, `label` alone. */
  title?: string | undefined;
  label?: string | undefined;
  caption?: ReactNode;
  /** As useQuery gives it. */
  answer: { data: readonly Row[] | undefined; error: unknown; refetch: () => unknown };
  columns: readonly (Column | false)[];
  /** Why there is nothing yet. */
  none: { icon: IconName; title: string; why?: string };
  /** The one thing that adds a row: in the head of the card, or where there is no row yet, in its middle. */
  add?: { label: string; onClick: () => void } | undefined | false;
  className?: string;
  /** Grey lines while it comes. */
  rows?: number;
  rowHeight?: number;
  /** Below the table: pages, sums. */
  foot?: ReactNode;
  /** The rows, each a <tr>. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** A card that is one table: heads with their units, why it is empty, and the way to add to it. */
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
