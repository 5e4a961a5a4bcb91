import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Segmented } from '../parts/fields/Segmented.js';
import { Card } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { verdicts } from '../parts/marks/verdict.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { HEAT_ROWS, useHeatMap, type Question } from '../portfolio/index.js';
import { inGroups, yearsShown } from './heat.js';
import { HeatMap } from './HeatMap.js';
import { HeatTable } from './HeatTable.js';

/** Enterprise × year, as a map of verdicts or as its table; one page at a time. */
export function HeatCard({
  question,
  view,
  onView,
}: {
  question: Question;
  view: 'heat' | 'table';
  onView: (view: 'heat' | 'table') => void;
}) {
  const translate = useTranslate();
  const [page, setPage] = useState(1);
  // Another question begins at its first page.
  const asked = JSON.stringify(question);
  const [of, setOf] = useState(asked);
  if (of !== asked) {
    setOf(asked);
    setPage(1);
  }
  const { data, error, refetch } = useHeatMap(question, page);
  const years = data ? yearsShown(data, question.year) : [];
  const groups = data ? inGroups(data.rows, years) : [];
  return (
    <Card
      flush
      title={translate('overview.heat')}
      caption={translate('overview.heatCaption')}
      actions={
        <>
          <span className="row wrap legend">
            {verdicts.map((verdict) => (
              <VerdictChip key={verdict} verdict={verdict} />
            ))}
          </span>
          <Segmented
            value={view}
            label={translate('overview.heatView')}
            onChange={onView}
            choices={[
              { value: 'heat', label: translate('overview.asHeat'), icon: 'grid' },
              { value: 'table', label: translate('overview.asTable'), icon: 'list' },
            ]}
          />
        </>
      }
    >
      {error && !data ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonTable rows={16} rowHeight={24} />
      ) : view === 'heat' ? (
        <HeatMap groups={groups} years={years} />
      ) : (
        <HeatTable groups={groups} years={years} />
      )}
      {data && data.total > HEAT_ROWS && (
        <ListFoot page={page} perPage={HEAT_ROWS} total={data.total} shown={data.rows.length} onPage={setPage} />
      )}
    </Card>
  );
}
