import { imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Icon } from '../parts/marks/Icon.js';
import { GaugeKey } from '../parts/marks/PerMuGauge.js';
import { Note } from '../parts/marks/Note.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { Decisions } from './Decisions.js';
import { GroupTable } from './GroupTable.js';
import { HeatCard } from './HeatCard.js';
import { KeyFigures } from './KeyFigures.js';
import {
  AsOfSelect,
  QuestionFilters,
  addressOf,
  useQuestion,
  type Question,
  groupings,
  usePerMu,
  type Grouping,
} from '../portfolio/index.js';
import { OverviewPrint } from './OverviewPrint.js';
import { standardsInWords } from './standardsInWords.js';
import './overview.css';

/** 履约总览: which commitments are kept, per mu, against the provincial standard. All filters are in the URL. */
export default function OverviewPage() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const { question, search, set } = useQuestion(today);
  const by = groupings.find((one) => one === search.get('by')) ?? 'park';
  const { data, error, refetch } = usePerMu(question, 'none');
  const all = data?.groups[0];
  const reported = all ? Math.max(...Object.values(all.reported)) : 0;
  return (
    <>
      <div className="noprint">
        <PageHead
          title={translate('overview.title')}
          caption={
            data && translate('overview.caption', { day: data.asOf, standards: standardsInWords(data, translate) })
          }
          actions={
            <Button className="printer" startIcon={<Icon name="print" />} onClick={() => window.print()}>
              {translate('overview.print')}
            </Button>
          }
        />
        <QuestionFilters
          question={question}
          today={today}
          set={set}
          more={
            <AsOfSelect
              moment={question.moment}
              today={today}
              onChange={(moment) =>
                set({ asOf: moment?.asOf ?? null, known: moment?.known === 'then' ? 'then' : null })
              }
            />
          }
          alsoCleared={['asOf', 'known']}
          dirty={question.moment !== null}
        >
          <GaugeKey actual={translate('overview.actualKey', { year: question.year, smart_count: reported })} />
        </QuestionFilters>
        {error && !data ? (
          <Card>
            <ErrorSentence error={error} onRetry={() => void refetch()} />
          </Card>
        ) : !data || !all ? (
          <Card flush>
            <SkeletonTable rows={3} />
          </Card>
        ) : all.contracts === 0 ? (
          <Nothing
            question={question}
            onClear={() => set({ signed: null, park: null, industry: null, year: null })}
            onKnownNow={() => set({ known: null })}
            onToday={() => set({ asOf: null, known: null })}
          />
        ) : (
          <>
            <KeyFigures all={all} answer={data} to={addressOf('/contracts', question, { counted: '1' }, today)} />
            {question.moment && (
              <div className="pastday">
                <Note kind="accent">
                  {translate('overview.asOf.looking', { day: question.moment.asOf })}
                  <Button variant="text" onClick={() => set({ asOf: null, known: null })}>
                    {translate('overview.asOf.back')}
                  </Button>
                </Note>
              </div>
            )}
            <div className={question.moment ? undefined : 'two'}>
              <GroupTable
                question={question}
                by={by}
                onBy={(next: Grouping) => set({ by: next === 'park' ? null : next })}
                all={all}
                today={today}
              />
              {!question.moment && <Decisions question={question} today={today} />}
            </div>
            {!question.moment && (
              <HeatCard
                question={question}
                view={search.get('view') === 'table' ? 'table' : 'heat'}
                onView={(view) => set({ view: view === 'table' ? 'table' : null })}
              />
            )}
          </>
        )}
      </div>
      {data && all && all.contracts > 0 && (
        <OverviewPrint question={question} by={by} answer={data} all={all} today={today} />
      )}
    </>
  );
}

/**
 * No rows by the filters: clear them. Nothing recorded by then: ask as known now. Nothing signed yet: import the
 * ledger.
 */
function Nothing({
  question,
  onClear,
  onKnownNow,
  onToday,
}: {
  question: Question;
  onClear: () => void;
  onKnownNow: () => void;
  onToday: () => void;
}) {
  const translate = useTranslate();
  const mayImport = useMay()(imports.create);
  const filtered = question.signed !== null || question.park !== null || question.industry !== null;
  return (
    <Card>
      {filtered ? (
        <EmptyState
          icon="search"
          title={translate('overview.noneMatch')}
          why={translate('overview.noneMatchWhy')}
          action={<Button onClick={onClear}>{translate('parts.filter.clear')}</Button>}
        />
      ) : question.moment ? (
        <EmptyState
          icon="clock"
          title={translate(`overview.asOf.none.${question.moment.known}`, { day: question.moment.asOf })}
          why={translate(`overview.asOf.noneWhy.${question.moment.known}`)}
          action={
            question.moment.known === 'then' ? (
              <Button onClick={onKnownNow}>{translate('overview.asOf.now')}</Button>
            ) : (
              <Button onClick={onToday}>{translate('overview.asOf.back')}</Button>
            )
          }
        />
      ) : (
        <EmptyState
          icon="scales"
          title={translate('overview.nothingSigned')}
          why={translate('overview.nothingSignedWhy')}
          action={
            mayImport && (
              <Button variant="contained" component={Link} to="/imports">
                {translate('overview.importLedger')}
              </Button>
            )
          }
        />
      )}
    </Card>
  );
}
