import type { Supplement } from '@crm/api-contract/supplements';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { ReactNode } from 'react';
import type { RecordColumn } from '../parts/tables/columns.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { factName, isWordy, showFact } from './factWords.js';

export type Line = Supplement['lines'][number];
type Row = Line & { id: string };

/** Before and after, one fact per row, its unit beside its name. */
export function LinesTable({ lines, label }: { lines: readonly Line[]; label: string }) {
  const translate = useTranslate();
  return (
    <RowsTable<Row>
      named
      name="changed-facts"
      label={label}
      rows={lines.map((line) => ({ ...line, id: line.field }))}
      columns={lineColumns(translate)}
    />
  );
}

const lineColumns = (translate: TranslateFunction): RecordColumn<Row>[] => [
  { source: 'field', label: 'supplements.what', cell: ({ field }) => factName(translate, field) },
  {
    source: 'before',
    label: 'promises.before',
    number: true,
    className: 'quiet',
    cell: ({ field, before }) => <Fact field={field}>{showFact(translate, field, before)}</Fact>,
  },
  {
    source: 'after',
    label: 'promises.after',
    number: true,
    className: 'strong',
    cell: ({ field, after }) => <Fact field={field}>{showFact(translate, field, after)}</Fact>,
  },
];

/** Numbers stand at the right edge, words at the left. */
const Fact = ({ field, children }: { field: string; children: ReactNode }) =>
  isWordy(field) ? <div style={{ textAlign: 'left' }}>{children}</div> : children;
