import Button from '@mui/material/Button';
import { provincialStandards } from '@crm/api-contract/routes';
import type { ProvincialStandard } from '@crm/api-contract/standards';
import { indicators } from '@crm/domain/standards';
import { useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useMatch, useNavigate, useSearchParams } from 'react-router';
import { DayBox } from '../parts/fields/DayBox.js';
import { Icon } from '../parts/marks/Icon.js';
import { ListFilter } from '../parts/tables/ListFilters.js';
import { ListPage } from '../parts/tables/ListPage.js';
import { useAddressList } from '../parts/tables/useAddressList.js';
import { addressWith } from '../parts/text/address.js';
import { dayOf } from '../parts/text/days.js';
import { useMay } from '../providers/abilities.js';
import { usePlaces } from '../reference/places.js';
import { StandardCreate } from './StandardCreate.js';
import { StandardRow, standardColumns } from './standardColumns.js';
import { ToleranceCard, ToleranceDrawer } from './ToleranceCard.js';
import { ValidityCard } from './ValidityCard.js';
import { WorkingDayCard } from './WorkingDayCard.js';
import './standards.css';

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The day in the URL, and the query of the server for it. */
function readFilter(search: URLSearchParams, today: string) {
  const on = search.get('on') === 'today' ? today : search.get('on');
  return {
    indicator: indicators.find((one) => one === search.get('indicator')),
    parkId: search.get('park') ?? undefined,
    on: isDay(on) ? on : undefined,
  };
}

/**
 * 省定标准: every version by indicator, place, industry and validity. A later version never changes the standard stored
 * with a signed contract. /standards, and /standards/create with the drawer beside it.
 */
export default function StandardList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [today] = useState(() => dayOf(new Date()));
  const [search, setSearch] = useSearchParams();
  const creating = useMatch('/standards/create') !== null;
  const mayAdd = useMay()(provincialStandards.create);
  const filter = readFilter(search, today);
  const list = useAddressList(provincialStandards.list, {
    resource: 'standards',
    words: ['indicator', 'park', 'on'],
    filter,
    sort: { field: 'validFrom', order: 'DESC' },
    perPage: 200,
  });
  const asked = search.size > 0 ? `?${search}` : '';
  return (
    <>
      <ListPage<ProvincialStandard>
        list={list}
        title={translate('standards.title')}
        caption={translate('standards.caption')}
        actions={
          mayAdd && (
            <Button component={Link} to="/imports?kind=provincial-standards" startIcon={<Icon name="imports" />}>
              {translate('standards.import')}
            </Button>
          )
        }
        {...(mayAdd ? { create: { to: `/standards/create${asked}`, label: translate('standards.add') } } : {})}
        filters={<StandardFilters today={today} on={filter.on} />}
        columns={standardColumns(translate, filter.on ?? today)}
        phoneRow={(row) => <StandardRow row={row} on={filter.on ?? today} />}
        empty={{ icon: 'scales', title: translate('standards.none'), why: translate('standards.noneWhy') }}
        skeletonRows={4}
        below={
          <>
            {' '}
            {list.data && list.data.length > 0 && <ValidityCard rows={list.data} today={today} />}
            <ToleranceCard onChange={() => setSearch(addressWith(search, { tolerance: '1' }))} />
            <WorkingDayCard today={today} />
          </>
        }
        print={{
          scope: `${translate('standards.asOf')} ${filter.on ?? today}`,
          rule: translate('standards.caption'),
        }}
      />
      {search.get('tolerance') && (
        <ToleranceDrawer onClose={() => setSearch(addressWith(search, { tolerance: null }), { replace: true })} />
      )}
      {creating && mayAdd && <StandardCreate today={today} onClose={() => void navigate(`/standards${asked}`)} />}
    </>
  );
}

function StandardFilters({ today, on }: { today: string; on: string | undefined }) {
  const translate = useTranslate();
  const { parks } = usePlaces();
  const { filterValues, setFilters } = useListContext();
  const setDay = (day: string | null) => setFilters({ ...filterValues, on: day });
  return (
    <>
      <ListFilter
        source="indicator"
        label="standards.indicator"
        options={indicators.map((value) => ({ value, label: translate(`indicators.name.${value}`) }))}
      />
      <ListFilter
        source="park"
        label="standards.holdsIn"
        options={parks.map((park) => ({ value: park.id, label: park.name }))}
      />
      <label className="row onday">
        <span className="caption">{translate('standards.asOf')}</span>
        <DayBox
          className="field"
          min="1990-01-01"
          max="2100-12-31"
          value={on ?? ''}
          onChange={(day) => setDay(day === '' ? null : day)}
        />
      </label>
      <Button size="small" onClick={() => setDay(on ? null : today)}>
        {translate(on ? 'standards.clearDay' : 'standards.today')}
      </Button>
    </>
  );
}
