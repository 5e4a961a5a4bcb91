import { useQuery } from '@tanstack/react-query';
import type { TouchedDrafts as Touched } from '@crm/api-contract/commitments';
import type { Import } from '@crm/api-contract/imports';
import { useTranslate } from 'ra-core';
import { Card } from '../parts/Card.js';
import { ErrorSentence } from '../parts/ErrorSentence.js';
import { SkeletonTable } from '../parts/Waiting.js';
import { call } from '../providers/http.js';
import { TouchedDrafts } from '../standards/TouchedDrafts.js';
import '../standards/standards.css';

/** Before standards come in: which contracts that are not signed yet they touch. */
export function TouchedCard({ record }: { record: Import }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({ queryKey: ['imports', record.id, 'touched', record.version], queryFn: ({ signal }) => call<Touched>('GET', `/imports/${record.id}/touched`, undefined, { signal }) });
  return (
    <Card title={translate('standards.touched.title')} caption={translate('standards.touched.caption')}>
      {error ? <ErrorSentence error={error} onRetry={() => void refetch()} /> : data ? <TouchedDrafts touched={data} /> : <SkeletonTable rows={2} />}
    </Card>
  );
}
