import type { ReactNode } from 'react';

/** One column of a table, described once: the screen shows it, the print sheet prints it, an export writes it. */
export interface RecordColumn<Row> {
  /** Its name; the server sorts by it where `sortable`. */
  readonly source: string;
  /** Message keys of the head: the name (or its words) and, on a second line, the unit. */
  readonly label: string;
  readonly unit?: string;
  /** The head is heard and not seen: a column of buttons. */
  readonly heard?: boolean;
  /** Numbers stand at the right edge. */
  readonly number?: boolean;
  readonly sortable?: boolean;
  /** Left out on paper (buttons), or on the screen (a remark to be written by hand). */
  readonly only?: 'screen' | 'paper';
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
  /** Where paper says it in other words: no link, no tooltip. */
  readonly printed?: (row: Row) => ReactNode;
  /** In the line of sums below the rows; a table has that line where any column has a sum. */
  readonly sum?: ReactNode;
  /** Where paper says the sum in other words. */
  readonly printedSum?: ReactNode;
  /** In the line of sums, the cell before reaches over this column. */
  readonly joined?: boolean;
}
