import { provincialStandards } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { ProvincialStandard } from '@crm/api-contract/standards';
import { indicators } from '@crm/domain/standards';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePlaces } from '../reference/places.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { Icon } from '../parts/marks/Icon.js';
import { showWan } from '../parts/text/money.js';
import { Hint } from '../parts/marks/Hint.js';
import { Tag } from '../parts/marks/Tag.js';
import { EmptyState, SkeletonTable } from '../parts/layout/Waiting.js';
import { useCan } from '../providers/abilities.js';
import { useAsk } from '../providers/useAsk.js';
import { AddStandard } from './AddStandard.js';
import { ValidityCard } from './ValidityCard.js';
import { ToleranceCard, ToleranceDrawer } from './ToleranceCard.js';
import { WorkingDayCard } from './WorkingDayCard.js';
import './standards.css';

const isDay = (text: string | null): boolean => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * 省定标准: every version by indicator, place, industry and validity. What was kept with a signed contract is never
 * rewritten by a later one.
 */
export default function StandardsPage() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const { parks } = usePlaces();
  const mayAdd = useCan('create', 'ProvincialStandard');
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: name !== 'new' });
  };
  const filter = {
    indicator: indicators.find((one) => one === search.get('indicator')),
    parkId: search.get('park') ?? undefined,
    on: search.get('on') === 'today' ? today : isDay(search.get('on')) ? (search.get('on') as string) : undefined,
  };
  const { data, error, refetch } = useAsk(
    provincialStandards.list,
    { query: { perPage: 200, sort: 'validFrom', order: 'desc', filter } },
    { placeholderData: keepPreviousData },
  );
  return (
    <>
      <PageHead
        title={translate('standards.title')}
        caption={translate('standards.caption')}
        actions={
          mayAdd && (
            <>
              <Button component={Link} to="/imports?kind=provincial-standards" startIcon={<Icon name="imports" />}>
                {translate('standards.import')}
              </Button>
              <Button variant="contained" startIcon={<Icon name="plus" />} onClick={() => set('new', '1')}>
                {translate('standards.add')}
              </Button>
            </>
          )
        }
      />
      <div className="filters" role="search">
        <FilterSelect
          label={translate('standards.indicator')}
          value={search.get('indicator')}
          options={indicators.map((value) => ({ value, label: translate(`performance.indicator.${value}`) }))}
          onChange={(value) => set('indicator', value)}
        />
        <FilterSelect
          label={translate('standards.holdsIn')}
          value={search.get('park')}
          options={parks.map((park) => ({ value: park.id, label: park.name }))}
          onChange={(value) => set('park', value)}
        />
        <label className="row asof">
          <span className="t-cap">{translate('standards.asOf')}</span>
          <input
            type="date"
            className="sel"
            min="1990-01-01"
            max="2100-12-31"
            value={filter.on ?? ''}
            onChange={(event) => set('on', isDay(event.target.value) ? event.target.value : null)}
          />
        </label>
        <Button size="small" onClick={() => set('on', filter.on ? null : today)}>
          {translate(filter.on ? 'standards.clearDay' : 'standards.today')}
        </Button>
      </div>
      <div className="stack">
        <Card flush label={translate('standards.title')}>
          {error && !data ? (
            <ErrorSentence error={error} onRetry={() => void refetch()} />
          ) : !data ? (
            <SkeletonTable rows={4} />
          ) : data.data.length === 0 ? (
            <EmptyState icon="scales" title={translate('standards.none')} why={translate('standards.noneWhy')} />
          ) : (
            <Versions rows={data.data} on={filter.on ?? today} />
          )}
        </Card>
        {data && data.data.length > 0 && <ValidityCard rows={data.data} today={today} />}
        <ToleranceCard onChange={() => set('tolerance', '1')} />
        <WorkingDayCard today={today} />
      </div>
      {search.get('tolerance') && <ToleranceDrawer onClose={() => set('tolerance', null)} />}
      {search.get('new') && mayAdd && <AddStandard today={today} onClose={() => set('new', null)} />}
    </>
  );
}

function Versions({ rows, on }: { rows: readonly ProvincialStandard[]; on: string }) {
  const translate = useTranslate();
  return (
    <div className="scrollx">
      <table className="plain versions">
        <thead>
          <tr>
            <th scope="col">{translate('standards.indicator')}</th>
            <th scope="col" className="num">
              {translate('standards.value')}
              <br />
              {translate('parts.unit.perMu')}
            </th>
            <th scope="col">{translate('standards.place')}</th>
            <th scope="col">{translate('standards.industry')}</th>
            <th scope="col">{translate('standards.validity')}</th>
            <th scope="col">{translate('standards.document')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="nw">
                {translate(`performance.indicator.${row.indicator}`)}
              </th>
              <td className="num b">
                {row.perMuWan === null ? (
                  <span className="t-3">{translate('parts.gauge.notSet')}</span>
                ) : (
                  <>
                    {showWan(translate, row.perMuWan)}
                    <span className="onphone t-cap"> {translate('parts.unit.perMu')}</span>
                  </>
                )}
              </td>
              <td>
                {row.placeLevel === 'zone' ? translate('standards.level.zone') : row.placeName}{' '}
                {row.placeLevel !== 'zone' && (
                  <span className="t-cap">{translate(`standards.level.${row.placeLevel}`)}</span>
                )}
              </td>
              <td>{row.industryName ?? translate('standards.anyIndustry')}</td>
              <td className="nw">
                {row.validTo === null
                  ? translate('standards.from', { from: row.validFrom })
                  : translate('standards.fromTo', { from: row.validFrom, to: row.validTo })}{' '}
                {row.validFrom > on ? (
                  <span className="t-cap">{translate('standards.coming')}</span>
                ) : row.validTo !== null && row.validTo < on ? (
                  <span className="t-cap">{translate('standards.followed')}</span>
                ) : (
                  <Tag>{translate('standards.inForce')}</Tag>
                )}
              </td>
              <td>
                {row.documentNo}
                {row.derived && (
                  <div>
                    <Hint verdict="warning">{translate('standards.derived')}</Hint>
                  </div>
                )}
                {row.source && <div className="t-cap">{row.source}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
