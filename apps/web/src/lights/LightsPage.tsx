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
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useMay } from '../providers/abilities.js';
import { BandsDrawer } from './BandsDrawer.js';
import { EnterDrawer } from './EnterDrawer.js';
import { EscalatedCard } from './EscalatedCard.js';
import { LightGrid } from './LightGrid.js';
import { LightsPrint } from './LightsPrint.js';
import { TargetDrawer } from './TargetDrawer.js';
import { useTargets } from './useTargets.js';
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
  const { data, error, refetch } = useTargets(year);
  const set = (change: Record<string, string | null>) => setSearch(addressWith(search, change));
  const indicators = data?.indicators ?? [];
  const indicator =
    search.get('indicator') ?? (indicators.includes('investment') ? 'investment' : (indicators[0] ?? 'investment'));
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
            {data && data.data.length > 0 && enter}
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
      ) : data.data.length === 0 ? (
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
          <EscalatedCard targets={data.data} onOpen={(id) => set({ target: id })} />
          <LightGrid
            targets={shown}
            year={year}
            today={today}
            title={indicatorWord(indicator, translate)}
            truncated={data.truncated}
            onOpen={(id) => set({ target: id })}
          />
        </div>
      )}
      {shown.length > 0 && (
        <LightsPrint targets={shown} year={year} today={today} title={indicatorWord(indicator, translate)} />
      )}
      {search.get('target') && (
        <TargetDrawer key={search.get('target')} id={search.get('target')!} onClose={() => set({ target: null })} />
      )}
      {search.get('bands') && <BandsDrawer onClose={() => set({ bands: null })} />}
      {search.get('enter') && mayEnter && data && (
        <EnterDrawer
          targets={data.data}
          year={year}
          indicator={indicator}
          today={today}
          onClose={() => set({ enter: null })}
        />
      )}
    </>
  );
}
