import type { Import } from '@crm/api-contract/imports';
import { Suspense } from 'react';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { worded } from '../providers/i18nProvider.js';

const CorrectionsCard = worded(
  () => import('./CorrectionsCard.js'),
  'commitments',
  'contracts',
  'decisions',
  'files',
  'imports',
  'indicators',
  'overview',
  'reminders',
  'supplements',
);

const CORRECTED: readonly Import['kind'][] = ['contract-ledger', 'annual-actuals'];

/** Rows that differ from the system, loaded only where there are some: the card brings the words of every fact. */
export function DifferingRows({ record }: { record: Import }) {
  if (!CORRECTED.includes(record.kind) || (record.counts?.differs ?? 0) === 0) return null;
  return (
    <Suspense fallback={<SkeletonTable rows={2} />}>
      <CorrectionsCard record={record} />
    </Suspense>
  );
}
