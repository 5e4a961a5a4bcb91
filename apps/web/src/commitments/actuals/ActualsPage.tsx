import { actuals } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Actual } from '@crm/api-contract/commitments';
import { actualSources } from '@crm/domain/commitments';
import { promisedIndicators } from '@crm/domain/standards';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ListFoot } from '../../parts/tables/ListFoot.js';
import { usePlaces } from '../../reference/places.js';
import { addressWith } from '../../parts/text/address.js';
import { Card, PageHead } from '../../parts/layout/Card.js';
import { dayOf } from '../../parts/text/days.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { EmptyState, SkeletonTable } from '../../parts/layout/Waiting.js';
import { useCan } from '../../providers/abilities.js';
import { useAsk } from '../../providers/useAsk.js';
import { ActualRows } from './ActualTable.js';
import { CorrectDrawer } from './CorrectDrawer.js';

const PER_PAGE = 50;
const FIRST_YEAR = 2021;

/** 实绩: what enterprises reached, by year, with source and verification. */
export default function ActualsPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [correcting, setCorrecting] = useState<Actual | null>(null);
  const [thisYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)));
  const { parks } = usePlaces();
  const mayImport = useCan('import', 'Import');
  const set = (change: Record<string, string | null>) => setSearch(addressWith(search, change), { replace: true });
  const page = Math.max(1, Number(search.get('page')) || 1);
  const year = Number(search.get('year')) || undefined;
  const filter = {
    contractId: search.get('contract') ?? undefined,
    parkId: search.get('park') ?? undefined,
    indicator: promisedIndicators.find((one) => one === search.get('indicator')),
    year,
    source: actualSources.find((one) => one === search.get('source')),
    verified: search.get('verified') === 'yes' ? true : search.get('verified') === 'no' ? false : undefined,
    history: search.get('history') === '1' ? true : undefined,
    disagreeing: search.get('disagreeing') === '1' ? true : undefined,
  };
  const { data, error, refetch } = useAsk(
    actuals.list,
    { query: { page, perPage: PER_PAGE, sort: 'year', order: 'desc', count: 'exact', filter } },
    { placeholderData: keepPreviousData },
  );
  const filtered = search.size > 0;
  const clear = (
    <Button variant="text" onClick={() => setSearch({}, { replace: true })}>
      {translate('parts.filter.clear')}
    </Button>
  );
  return (
    <>
      <PageHead title={translate('actuals.title')} caption={translate('actuals.caption')} />
      <div className="filters" role="search">
        <FilterSelect
          label={translate('actuals.year')}
          value={search.get('year')}
          options={Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_unused, index) => String(thisYear - index)).map(
            (value) => ({ value, label: value }),
          )}
          onChange={(value) => set({ year: value })}
        />
        <FilterSelect
          label={translate('actuals.indicator')}
          value={search.get('indicator')}
          options={promisedIndicators.map((value) => ({ value, label: translate(`performance.indicator.${value}`) }))}
          onChange={(value) => set({ indicator: value })}
        />
        <FilterSelect
          label={translate('performance.park')}
          value={search.get('park')}
          options={parks.map((park) => ({ value: park.id, label: park.name }))}
          onChange={(value) => set({ park: value })}
        />
        <FilterSelect
          label={translate('actuals.sourceHead')}
          value={search.get('source')}
          options={actualSources.map((value) => ({ value, label: translate(`actuals.source.${value}`) }))}
          onChange={(value) => set({ source: value })}
        />
        <FilterSelect
          label={translate('actuals.verified')}
          value={search.get('verified')}
          options={[
            { value: 'yes', label: translate('actuals.isVerified') },
            { value: 'no', label: translate('actuals.notVerified') },
          ]}
          onChange={(value) => set({ verified: value })}
        />
        <FilterSelect
          label={translate('actuals.rivals')}
          value={search.get('disagreeing')}
          options={[{ value: '1', label: translate('actuals.disagreeing') }]}
          onChange={(value) => set({ disagreeing: value })}
        />
        <FilterSelect
          label={translate('actuals.history')}
          all={translate('actuals.withoutHistory')}
          value={search.get('history')}
          options={[{ value: '1', label: translate('actuals.withHistory') }]}
          onChange={(value) => set({ history: value })}
        />
        {search.get('contract') && (
          <Link className="sel on" to={`/contracts/${search.get('contract')}`}>
            <span className="k">{translate('actuals.ofContract')}</span>
            {data?.data[0]?.contractNumber ?? '…'}
          </Link>
        )}
        {filtered && clear}
        <span className="sp" />
        {data && (
          <span className="t-cap nw" aria-live="polite">
            {translate('actuals.count', { smart_count: showDecimal(data.total) })}
          </span>
        )}
      </div>
      <Card flush label={translate('actuals.title')}>
        {error && !data ? (
          <ErrorSentence error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonTable rows={12} />
        ) : data.data.length === 0 ? (
          filtered ? (
            <EmptyState
              icon="search"
              title={translate('actuals.noneMatch')}
              why={translate('actuals.noneMatchWhy')}
              action={clear}
            />
          ) : (
            <EmptyState
              icon="actuals"
              title={translate('actuals.none')}
              why={translate('actuals.noneWhy')}
              action={
                mayImport && (
                  <Button variant="contained" component={Link} to="/imports">
                    {translate('actuals.importFigures')}
                  </Button>
                )
              }
            />
          )
        ) : (
          <ActualRows across rows={data.data} onCorrect={setCorrecting} />
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
      {correcting && <CorrectDrawer actual={correcting} onClose={() => setCorrecting(null)} />}
    </>
  );
}
