import Button from '@mui/material/Button';
import { isPerMu, promisedIndicators } from '@crm/domain/standards';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListFoot } from '../../parts/tables/ListFoot.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { QuestionFilters, addressOf, useQuestion } from '../../portfolio/index.js';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { dayOf } from '../../parts/text/days.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { Icon } from '../../parts/marks/Icon.js';
import { showWan } from '../../parts/text/money.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { CountTabs } from '../../parts/layout/CountTabs.js';
import { EmptyState, SkeletonTable } from '../../parts/layout/Waiting.js';
import { DecideDrawer } from '../DecideDrawer.js';
import { PER_PAGE, useMissed, type MissedQuestion } from '../useDecisions.js';
import { MissedCards } from './MissedCards.js';
import { MissedPrint } from './MissedPrint.js';
import { missedColumns } from './missedColumns.js';
import '../decisions.css';

const verdicts = ['breach', 'warning', 'no-data'] as const;
const standings = ['open', 'waiting', 'decided'] as const;
const narrowing = ['indicator', 'verdict', 'worst', 'standing', 'handler'] as const;

/**
 * 未兑现承诺: the rows behind a number of the overview, with what may be done about each; the address is the whole question.
 */
export default function MissedPage() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const { question, search, set } = useQuestion(today);
  const narrow = useMediaQuery('(max-width: 899.95px)', { noSsr: true });
  const asked = Object.fromEntries(narrowing.map((name) => [name, search.get(name)])) as unknown as MissedQuestion;
  const page = Math.max(1, Number(search.get('page')) || 1);
  const { data, error, refetch } = useMissed(question, asked, page);
  const deciding = data?.data.find(({ id }) => id === search.get('decide'));
  const all = data ? Object.values(data.counts.indicator).reduce((sum, count) => sum + count, 0) : undefined;
  const decide = (assessmentId: string | null) =>
    set({ decide: assessmentId, ...(page > 1 ? { page: String(page) } : {}) });
  const columns = data ? missedColumns(translate, data, decide) : [];
  return (
    <>
      <div className="noprint">
        <PageHead
          crumbs={[
            { label: translate('overview.title'), to: addressOf('/overview', question, {}, today) },
            { label: translate('decisions.missed.title') },
          ]}
          title={translate('decisions.missed.title')}
          caption={data && translate('decisions.missed.caption', { year: question.year, day: data.asOf })}
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
          alsoCleared={narrowing}
          dirty={narrowing.some((name) => asked[name] !== null)}
          more={
            <>
              <FilterSelect
                label={translate('decisions.missed.verdict')}
                value={asked.verdict}
                all={translate('decisions.missed.short')}
                options={verdicts.map((value) => ({
                  value,
                  label: `${translate(`parts.verdict.${value}`)}${data ? ` ${data.counts.verdict[value] ?? 0}` : ''}`,
                }))}
                onChange={(verdict) => set({ verdict })}
              />
              <FilterSelect
                label={translate('decisions.missed.standing')}
                value={asked.standing}
                options={standings.map((value) => ({ value, label: translate(`decisions.standing.${value}`) }))}
                onChange={(standing) => set({ standing })}
              />
              {asked.handler && (
                <FilterSelect
                  label={translate('decisions.missed.handler')}
                  value={asked.handler}
                  options={[{ value: asked.handler, label: asked.handler }]}
                  onChange={(handler) => set({ handler })}
                />
              )}
              {asked.worst && (
                <FilterSelect
                  label={translate('decisions.missed.worst')}
                  value={asked.worst}
                  options={verdicts.map((value) => ({ value, label: translate(`parts.verdict.${value}`) }))}
                  onChange={(worst) => set({ worst })}
                />
              )}
            </>
          }
        />
        <CountTabs
          value={asked.indicator ?? ''}
          label={translate('promises.indicator')}
          onChange={(indicator) => set({ indicator: indicator || null })}
          tabs={[
            { value: '', label: translate('parts.filter.all'), count: all },
            ...promisedIndicators
              .filter((one) => isPerMu(one) || data?.counts.indicator[one])
              .map((value) => ({
                value: value as string,
                label: translate(`indicators.name.${value}`),
                count: data && (data.counts.indicator[value] ?? 0),
              })),
          ]}
        />
        <Card flush label={translate('decisions.missed.title')}>
          {error && !data ? (
            <ErrorSentence error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <SkeletonTable rows={8} rowHeight={56} />
          ) : data.total === 0 ? (
            <EmptyState
              icon="check"
              title={translate('decisions.missed.none')}
              why={translate('decisions.missed.noneWhy')}
              action={
                <Button component={Link} to={addressOf('/overview', question, {}, today)}>
                  {translate('overview.title')}
                </Button>
              }
            />
          ) : narrow ? (
            <MissedCards missed={data} onDecide={decide} />
          ) : (
            <RowsTable
              name="missed-promises"
              className="missed"
              label={translate('decisions.missed.title')}
              columns={columns}
              rows={data.data}
            />
          )}
          {data && data.total > PER_PAGE && (
            <ListFoot
              page={page}
              perPage={PER_PAGE}
              total={data.total}
              shown={data.data.length}
              onPage={(next) => set({ page: next === 1 ? null : String(next) })}
            />
          )}
        </Card>
        {data && data.total > 0 && (
          <p className="t-cap missedfoot" aria-live="polite">
            {translate('decisions.missed.sums', {
              contracts: showDecimal(data.totals.contracts),
              promises: showDecimal(data.total),
              pay: showWan(translate, data.totals.payWan, 2),
              clawback: showWan(translate, data.totals.clawbackWan, 2),
              open: data.totals.open,
              waiting: data.totals.waiting,
              decided: data.totals.decided,
            })}
          </p>
        )}
      </div>
      {data && data.total > 0 && <MissedPrint question={question} asked={asked} missed={data} columns={columns} />}
      {deciding && <DecideDrawer missed={deciding} today={today} onClose={() => decide(null)} />}
    </>
  );
}
