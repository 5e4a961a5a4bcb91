import type { Actual, Assessment } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { promisedIndicators } from '@crm/domain/standards';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Card } from '../../parts/layout/Card.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { Segmented } from '../../parts/fields/Segmented.js';
import { EmptyState, SkeletonTable } from '../../parts/layout/Waiting.js';
import { FigureQuestions } from '../actuals/FigureQuestions.js';
import { PromiseList } from './PromiseList.js';
import { PromiseTable, type Marked } from './PromiseTable.js';
import { PromisesAlone } from './PromisesAlone.js';
import '../../parts/layout/reading.css';
import './promises.css';

interface Props {
  contract: Contract;
  assessments: UseQueryResult<Assessment[]>;
  actuals: readonly Actual[];
  /** The assessment whose reasons are open. */
  why: string | null;
  /** The commitment and year that a reminder opened. */
  marked?: Marked | null;
  onWhy: (assessmentId: string) => void;
}

/** 承诺、标准与实绩: year × indicator, as totals or per mu; doubts about figures are below. */
export function PromiseCard({
  contract,
  assessments: { data, error, refetch },
  actuals,
  why,
  marked = null,
  onWhy,
}: Props) {
  const translate = useTranslate();
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const [per, setPer] = useState<'total' | 'mu'>('total');
  const rows = [...(data ?? [])].sort(
    (a, b) => b.year - a.year || promisedIndicators.indexOf(a.indicator) - promisedIndicators.indexOf(b.indicator),
  );
  if (contract.commitments.length === 0) {
    return (
      <Card title={translate('promises.title')}>
        <EmptyState icon="scales" title={translate('promises.none')} why={translate('promises.noneWhy')} />
      </Card>
    );
  }
  return (
    <Card
      flush
      title={translate('promises.title')}
      actions={
        rows.length > 0 &&
        contract.areaMu !== null && (
          <Segmented
            value={per}
            label={translate('promises.unitOf')}
            onChange={setPer}
            choices={[
              { value: 'total', label: translate('parts.unit.wan') },
              { value: 'mu', label: translate('parts.unit.perMu') },
            ]}
          />
        )
      }
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={6} rowHeight={34} />
      ) : rows.length === 0 ? (
        <PromisesAlone contract={contract} />
      ) : narrow ? (
        <PromiseList rows={rows} why={why} marked={marked} onWhy={onWhy} />
      ) : (
        <PromiseTable contract={contract} rows={rows} per={per} why={why} marked={marked} onWhy={onWhy} />
      )}
      <FigureQuestions contractId={contract.id} actuals={actuals} />
    </Card>
  );
}
