import { indicators } from '@crm/domain/standards';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'ra-core';
import { Segmented } from '../parts/fields/Segmented.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { RowsTable } from '../parts/tables/RecordTable.js';
import { showWan } from '../parts/text/money.js';
import { groupings, usePerMu, type Grouping } from '../portfolio/index.js';
import { GroupCards } from './GroupCards.js';
import { groupColumns, groupRows } from './groupColumns.js';
import type { Grouped } from './groupLinks.js';

/**
 * By park, industry, signing year or officer: promised values against the standard, and verdicts. Each row opens its
 * contracts.
 */
export function GroupTable({ onBy, ...grouped }: Grouped & { onBy: (by: Grouping) => void }) {
  const { question, by, all } = grouped;
  const translate = useTranslate();
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const { data, error, refetch } = usePerMu(question, by);
  const standards = indicators
    .map((indicator) =>
      all.standardPerMuWan[indicator] === null
        ? translate('parts.gauge.notSet')
        : showWan(translate, all.standardPerMuWan[indicator]),
    )
    .join(' / ');
  const title = translate(`overview.groups.${by}`);
  return (
    <Card
      flush
      title={title}
      caption={translate('overview.groupsCaption', { standards })}
      actions={
        <Segmented
          value={by}
          label={translate('overview.groupBy')}
          onChange={onBy}
          choices={groupings.map((value) => ({ value, label: translate(`overview.by.${value}`) }))}
        />
      }
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={8} rowHeight={40} />
      ) : narrow ? (
        <GroupCards groups={data.groups} {...grouped} />
      ) : (
        <RowsTable
          name="groups"
          className="groups"
          label={title}
          columns={groupColumns(translate, grouped)}
          rows={groupRows(data.groups)}
        />
      )}
    </Card>
  );
}
