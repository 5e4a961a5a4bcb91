import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonPage } from '../parts/layout/Waiting.js';
import type { Import } from '@crm/api-contract/imports';
import { CheckStep } from './CheckStep.js';
import { MappingStep } from './MappingStep.js';
import { ReadingStep } from './ReadingStep.js';
import { ResultStep } from './ResultStep.js';
import type { Step } from './StepHead.js';
import { useImport } from './useImport.js';

/** The step of an import; the mapping stays open until something is written. */
function stepOf(record: Import, asked: string | null): Step | 'reading' {
  if (record.status === 'uploaded') return 'reading';
  if (record.status === 'needs-mapping') return 'map';
  if (record.status === 'checking' || record.status === 'checked') return asked === 'map' ? 'map' : 'check';
  return 'result';
}

export default function ImportPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: record, error, refetch } = useImport(id);
  const asked = search.get('step');
  const remembered =
    record !== undefined &&
    record.mapping.length > 0 &&
    record.mapping.every(({ confidence }) => confidence === 'remembered');
  // A header imported before needs no confirmation of its columns.
  useEffect(() => {
    if (remembered && asked === 'map' && record?.status !== 'needs-mapping') setSearch({}, { replace: true });
  }, [remembered, asked, record?.status, setSearch]);
  if (error && !record) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (!record) return <SkeletonPage />;
  const title = translate(`imports.kindTitle.${record.kind}`);
  const toStep = (step: Step): void => setSearch(step === 'map' ? { step: 'map' } : {});
  switch (stepOf(record, asked)) {
    case 'reading':
      return <ReadingStep record={record} title={title} />;
    case 'map':
      return <MappingStep record={record} title={title} onNext={() => toStep('check')} />;
    case 'check':
      return <CheckStep record={record} title={title} onStep={toStep} />;
    default:
      return <ResultStep record={record} title={title} />;
  }
}
