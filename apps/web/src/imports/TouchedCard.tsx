import { imports } from '@crm/api-contract/routes';
import { useQuery } from '@tanstack/react-query';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { TouchedDrafts } from '../standards/index.js';
import { ask } from '../providers/ask.js';

/** Before standards are imported: the affected unsigned contracts. */
export function TouchedCard({ record }: { record: Import }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', record.id, 'touched', record.version],
    queryFn: ({ signal }) => ask(imports.touched, { params: { id: record.id }, signal }),
  });
  return (
    <Card
      title={translate('standards.touched.title')}
      caption={[
        translate('standards.touched.caption'),
        data && data.waiting > 0 && translate('imports.touchedWaiting', { count: data.waiting }),
      ]
        .filter(Boolean)
        .join(translate('imports.comma'))}
    >
      {error ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <TouchedDrafts touched={data} />
      ) : (
        <SkeletonTable rows={2} />
      )}
    </Card>
  );
}
