import { useTranslate } from 'ra-core';
import { type PanelProps, useActuals } from '../../contracts/index.js';
import { Card } from '../../parts/layout/Card.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { EmptyState, SkeletonTable } from '../../parts/layout/Waiting.js';
import ActualTable from './ActualTable.js';

/** 实绩 of one contract, with corrected figures. */
export default function ActualPanel({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const { data, error, refetch } = useActuals(contract.id);
  if (data && data.length > 0) return <ActualTable rows={data} onCorrect={(actual) => go({ correct: actual.id })} />;
  return (
    <Card>
      {error ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <EmptyState icon="actuals" title={translate('actuals.none')} why={translate('actuals.noneWhy')} />
      ) : (
        <SkeletonTable rows={4} rowHeight={34} />
      )}
    </Card>
  );
}
