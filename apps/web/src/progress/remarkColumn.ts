import type { RecordColumn } from '../parts/tables/columns.js';

/** An empty column on paper, for handwritten notes. */
export const remarkColumn: RecordColumn<unknown> = {
  source: 'remark',
  label: 'overview.printRemark',
  only: 'paper',
  className: 'remark',
  cell: () => null,
};
