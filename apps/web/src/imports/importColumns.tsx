import type { ImportSummary } from '@crm/api-contract/imports';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import type { RecordColumn } from '../parts/tables/columns.js';
import { InstantText } from '../parts/text/DayText.js';
import { StatusWord } from './StatusWord.js';
import { useProgressWords } from './StepProgress.js';

interface ImportProps {
  record: ImportSummary;
}

const FileName = ({ record }: ImportProps) => (
  <Link to={`/imports/${record.id}`} className="strong">
    {record.fileName}
  </Link>
);

/** The progress; afterwards the number of rows, or why nothing was imported. */
function Counts({ record }: ImportProps) {
  const translate = useTranslate();
  const progressWords = useProgressWords();
  return (
    <>
      {progressWords(record) ||
        (record.counts
          ? translate('imports.pastCounts', { ...record.counts, skippedBy: undefined })
          : (record.failure?.message ?? ''))}
    </>
  );
}

/** Past imports. */
export const importColumns = (translate: TranslateFunction): RecordColumn<ImportSummary>[] => [
  { source: 'fileName', label: 'imports.column.file', sortable: true, cell: (record) => <FileName record={record} /> },
  {
    source: 'kind',
    label: 'imports.column.kind',
    className: 'nowrap',
    cell: ({ kind }) => translate(`imports.kind.${kind}`),
  },
  {
    source: 'status',
    label: 'imports.column.status',
    sortable: true,
    className: 'nowrap',
    cell: ({ status }) => <StatusWord status={status} />,
  },
  {
    source: 'counts',
    label: 'imports.column.counts',
    className: 'nowrap quiet',
    cell: (record) => <Counts record={record} />,
  },
  { source: 'createdBy', label: 'imports.column.by', className: 'nowrap', cell: ({ createdBy }) => createdBy.name },
  {
    source: 'createdAt',
    label: 'imports.column.at',
    sortable: true,
    cell: ({ createdAt }) => <InstantText at={createdAt} />,
  },
];

/** On a phone: the file, its kind and state, the number of rows, person and time. */
export function ImportRow({ record }: ImportProps) {
  const translate = useTranslate();
  return (
    <div className="phonerow">
      <FileName record={record} />
      <span className="row wrap">
        {translate(`imports.kind.${record.kind}`)} <StatusWord status={record.status} />
      </span>
      <span className="quiet">
        <Counts record={record} />
      </span>
      <span className="row wrap">
        {record.createdBy.name} <InstantText at={record.createdAt} />
      </span>
    </div>
  );
}
