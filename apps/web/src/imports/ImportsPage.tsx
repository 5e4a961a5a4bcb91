import type { ImportSummary } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { importColumns, ImportRow } from './importColumns.js';
import { StepHead } from './StepHead.js';
import { UploadCard } from './UploadCard.js';
import { usePastImports } from './useImport.js';

/** The first step, and past imports. */
export default function ImportsPage() {
  const translate = useTranslate();
  const past = usePastImports();
  return (
    <>
      <StepHead title={translate('imports.title')} step="upload" />
      <UploadCard />
      <Card title={translate('imports.past')} flush>
        {past.error ? (
          <ErrorSentence error={past.error} onRetry={() => void past.refetch()} />
        ) : !past.data ? (
          <SkeletonTable rows={3} />
        ) : past.data.data.length === 0 ? (
          <EmptyState icon="imports" title={translate('imports.pastNone')} why={translate('imports.pastNoneWhy')} />
        ) : (
          <RowsTable<ImportSummary>
            name="past-imports"
            label={translate('imports.past')}
            rows={past.data.data}
            columns={importColumns(translate)}
            phoneRow={(record) => <ImportRow record={record} />}
          />
        )}
      </Card>
    </>
  );
}
