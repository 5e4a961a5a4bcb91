import { paceTargets } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { addressWith } from '../parts/text/address.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { Icon } from '../parts/marks/Icon.js';
import { ListFoot } from '../parts/tables/ListFoot.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { BandsDrawer } from './BandsDrawer.js';
import { EnterDrawer } from './EnterDrawer.js';
import { EscalatedCard } from './EscalatedCard.js';
import { LightGrid } from './LightGrid.js';
import { LightsPrint } from './LightsPrint.js';
import { TargetDrawer } from './TargetDrawer.js';
import { TARGETS, useTargets } from './useTargets.js';
import { indicatorWord, verdictOf } from './words.js';
import './lights.css';

/**
 * 进度红绿灯: escalations at the top, below them subject × month of one indicator. Year, indicator and open drawer are in
 * the URL.
 */
export default function LightsPage() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const mayEnter = useMay()(paceTargets.enter);
  const thisYear = Number(today.slice(0, 4));
  const year = /^(19|20)\d{2}$/.test(search.get('year') ?? '') ? Number(search.get('year')) : thisYear;
  const asked = search.get('indicator');
  const page = pageIn(search);
  const first = useTargets(year, asked ?? 'investment', page);
  const set = (change: Record<string, string | null>) =>
    setSearch(addressWith(search, change, !('year' in change || 'indicator' in change)));
  const indicators = first.data?.indicators ?? [];
  const indicator = asked ?? (indicators.includes('investment') ? 'investment' : (indicators[0] ?? 'investment'));
  // The same question again, unless the year has no target of investment.
  const { data, error, refetch } = useTargets(year, indicator, page);
  const shown = data?.data.filter((target) => target.indicator === indicator) ?? [];
  const years = [...new Set([thisYear, ...(data?.years ?? [])])].sort((a, b) => b - a);
  const enter = mayEnter && (
    <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => set({ enter: '1' })}>
      {translate('lights.enter')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={translate('lights.title')}
        caption={translate('lights.caption')}
        actions={
          <>
            <Button startIcon={<Icon name="print" />} className="printer" onClick={() => window.print()}>
              {translate('lights.print')}
            </Button>
            <Button startIcon={<Icon name="settings" />} onClick={() => set({ bands: '1' })}>
              {translate('lights.bands')}
            </Button>
            {indicators.length > 0 && enter}
          </>
        }
      />
      <div className="filters" role="search">
        <FilterSelect
          always
          label={translate('lights.year')}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(value) => set({ year: value, target: null })}
        />
        <FilterSelect
          always
          label={translate('lights.indicator')}
          value={indicator}
          options={[...new Set([...indicators, indicator])].map((one) => ({
            value: one,
            label: indicatorWord(one, translate),
          }))}
          onChange={(value) => set({ indicator: value })}
        />
        <span className="spacer" />
        <span className="row wrap legend">
          {(['green', 'yellow', 'red'] as const).map((light) => (
            <VerdictChip key={light} verdict={verdictOf[light]}>
              {translate(`lights.light.${light}`)}
            </VerdictChip>
          ))}
          <VerdictChip verdict="no-data" />
        </span>
      </div>
      {error && !data ? (
        <Card>
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        </Card>
      ) : !data ? (
        <Card flush>
          <SkeletonTable rows={9} />
        </Card>
      ) : indicators.length === 0 ? (
        <Card>
          <EmptyState
            icon="clock"
            title={translate('lights.none', { year })}
            why={translate('lights.noneWhy')}
            action={enter}
          />
        </Card>
      ) : (
        <div className="stack">
          <EscalatedCard rows={data.escalated} total={data.escalatedTotal} onOpen={(id) => set({ target: id })} />
          <LightGrid
            targets={shown}
            year={year}
            today={today}
            title={indicatorWord(indicator, translate)}
            foot={
              data.total > TARGETS && (
                <ListFoot
                  page={page}
                  perPage={TARGETS}
                  total={data.total}
                  shown={shown.length}
                  onPage={(next) => set({ page: next === 1 ? null : String(next) })}
                />
              )
            }
            onOpen={(id) => set({ target: id })}
          />
        </div>
      )}
      {shown.length > 0 && (
        <LightsPrint
          targets={shown}
          total={data?.total ?? 0}
          year={year}
          today={today}
          title={indicatorWord(indicator, translate)}
        />
      )}
      {search.get('target') && (
        <TargetDrawer key={search.get('target')} id={search.get('target')!} onClose={() => set({ target: null })} />
      )}
      {search.get('bands') && <BandsDrawer onClose={() => set({ bands: null })} />}
      {search.get('enter') && mayEnter && data && (
        <EnterDrawer
          indicators={data.indicators}
          year={year}
          indicator={indicator}
          today={today}
          onClose={() => set({ enter: null })}
        />
      )}
    </>
  );
}

const pageIn = (search: URLSearchParams): number => {
  const page = Number(search.get('page') ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
};
