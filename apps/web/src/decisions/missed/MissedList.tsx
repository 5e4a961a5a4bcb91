import Button from '@mui/material/Button';
import type { MissedPromise } from '@crm/api-contract/decisions';
import { consequences } from '@crm/api-contract/routes';
import type { PromisedIndicator } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListPage } from '../../parts/tables/ListPage.js';
import { useAddressList } from '../../parts/tables/useAddressList.js';
import { dayOf } from '../../parts/text/days.js';
import { showWan } from '../../parts/text/money.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { addressOf, useQuestion } from '../../portfolio/index.js';
import { usePlaces } from '../../reference/places.js';
import { DecideDrawer } from '../DecideDrawer.js';
import { PER_PAGE, missedFilter, missedWords, type Missed, type MissedQuestion } from '../useDecisions.js';
import { MissedCards } from './MissedCards.js';
import { missedColumns } from './missedColumns.js';
import { IndicatorTabs, MissedFilters } from './MissedFilters.js';
import '../decisions.css';
import { useZoneName } from '../../providers/zone.js';

/**
 * 未兑现承诺: the rows behind a number of the overview, with the possible measures. All filters are in the URL. The print
 * has an empty column for the decision.
 */
export default function MissedList() {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  const [today] = useState(() => dayOf(new Date()));
  const { parks } = usePlaces();
  const { question, search, set } = useQuestion(today);
  const asked = Object.fromEntries(missedWords.map((name) => [name, search.get(name)])) as unknown as MissedQuestion;
  const list = useAddressList(consequences.list, {
    resource: 'missed-promises',
    // An empty page has its own text: no missed commitment is good news, and there is no filter to clear.
    words: [],
    filter: missedFilter(question, asked),
    sort: { field: 'shortfallWan', order: 'DESC' },
    perPage: PER_PAGE,
  });
  const missed = list.answer;
  const deciding = missed?.data.find(({ id }) => id === search.get('decide'));
  const decide = (assessmentId: string | null) =>
    set({ decide: assessmentId, ...(list.page > 1 ? { page: String(list.page) } : {}) });
  const overview = addressOf('/overview', question, {}, today);
  const all = translate('parts.filter.all');
  return (
    <>
      <ListPage<MissedPromise>
        list={list}
        crumbs={[{ label: translate('overview.title'), to: overview }, { label: translate('decisions.missed.title') }]}
        title={translate('decisions.missed.title')}
        caption={missed && translate('decisions.missed.caption', { year: question.year, day: missed.asOf })}
        filterRow={<MissedFilters question={question} asked={asked} counts={missed?.counts} today={today} set={set} />}
        tabs={<IndicatorTabs asked={asked} counts={missed?.counts} set={set} />}
        columns={missed ? missedColumns(translate, missed, decide) : []}
        table={{ className: 'missed' }}
        cards={() => missed && <MissedCards missed={missed} onDecide={decide} />}
        cardsBelow={900}
        empty={{
          icon: 'check',
          title: translate('decisions.missed.none'),
          why: translate('decisions.missed.noneWhy'),
          action: (
            <Button component={Link} to={overview}>
              {translate('overview.title')}
            </Button>
          ),
        }}
        skeletonRows={8}
        rowHeight={56}
        below={missed && missed.total > 0 && <Sums missed={missed} />}
        print={{
          title: translate('decisions.missed.printTitle', { zone }),
          scope: translate('decisions.missed.printScope', {
            park: parks.find((park) => park.id === question.park)?.name ?? all,
            year: question.year,
            indicator: asked.indicator ? translate(`indicators.name.${asked.indicator as PromisedIndicator}`) : all,
            day: missed?.asOf ?? today,
          }),
          rule: translate('decisions.missed.printRule'),
          className: 'missedsheet',
        }}
      />
      {deciding && <DecideDrawer missed={deciding} today={today} onClose={() => decide(null)} />}
    </>
  );
}

/** The totals of all rows of the filter, on all pages. */
function Sums({ missed: { total, totals } }: { missed: Missed }) {
  const translate = useTranslate();
  return (
    <p className="caption missedfoot" aria-live="polite">
      {translate('decisions.missed.sums', {
        contracts: showDecimal(totals.contracts),
        promises: showDecimal(total),
        pay: showWan(translate, totals.payWan, 2),
        clawback: showWan(translate, totals.clawbackWan, 2),
        open: totals.open,
        waiting: totals.waiting,
        decided: totals.decided,
      })}
    </p>
  );
}
