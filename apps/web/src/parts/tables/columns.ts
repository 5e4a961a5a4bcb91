import type { ReactNode } from 'react';

/** One column of a table, described once: the screen shows it, the print sheet prints it, an export writes it. */
export interface RecordColumn<Row> {
  /** Its name; the server sorts by it where `sortable`. */
  readonly source: string;
  /** Message keys of the head: the name (or its words) and, on a second line, the unit. */
  readonly label: string;
  readonly unit?: string;
  /** A head above this column and its neighbours of the same group: its message key, or words with a year in them. */
  readonly group?: string;
  /** It has no head: the head before it spans this column too. */
  readonly headless?: boolean;
  /** The head is only for screen readers: a column of buttons. */
  readonly heard?: boolean;
  /** Numbers are aligned right. */
  readonly number?: boolean;
  readonly sortable?: boolean;
  /** Left out on paper (buttons), or on the screen (a remark to be written by hand). */
  readonly only?: 'screen' | 'paper';
  readonly className?: string;
  readonly cell: (row: Row) => ReactNode;
  /** The print version, if it differs: no link, no tooltip. */
  readonly printed?: (row: Row) => ReactNode;
  /** The cell of the total row; a table has that row if any column has a sum. */
  readonly sum?: ReactNode;
  /** The print version of the sum, if it differs. */
  readonly printedSum?: ReactNode;
  /** In the total row, the previous cell spans this column. */
  readonly joined?: boolean;
}
