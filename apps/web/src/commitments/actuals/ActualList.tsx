import { actuals, imports } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Actual } from '@crm/api-contract/commitments';
import { actualSources } from '@crm/domain/commitments';
import { promisedIndicators } from '@crm/domain/standards';
import { useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ListFilter } from '../../parts/tables/ListFilters.js';
import { ListPage } from '../../parts/tables/ListPage.js';
import { useAddressList } from '../../parts/tables/useAddressList.js';
import { dayOf } from '../../parts/text/days.js';
import { useMay } from '../../providers/abilities.js';
import { usePlaces } from '../../reference/places.js';
import { CorrectDrawer } from './CorrectDrawer.js';
import { useActualTable } from './useActualTable.js';

const PER_PAGE = 50;
const FIRST_YEAR = 2021;
const words = ['year', 'indicator', 'park', 'source', 'verified', 'disagreeing', 'history', 'contract'];

/** Maps the parameters of the URL to the query of the server. */
const readFilter = (search: URLSearchParams) => ({
  contractId: search.get('contract') ?? undefined,
  parkId: search.get('park') ?? undefined,
  indicator: promisedIndicators.find((one) => one === search.get('indicator')),
  year: Number(search.get('year')) || undefined,
  source: actualSources.find((one) => one === search.get('source')),
  verified: search.get('verified') === 'yes' ? true : search.get('verified') === 'no' ? false : undefined,
  history: search.get('history') === '1' ? true : undefined,
  disagreeing: search.get('disagreeing') === '1' ? true : undefined,
});

/** 实绩: actual values of enterprises by year, with source and verification. */
export default function ActualList() {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const [correcting, setCorrecting] = useState<Actual | null>(null);
  const mayImport = useMay()(imports.create);
  const list = useAddressList(actuals.list, {
    resource: 'actuals',
    words,
    filter: readFilter(search),
    sort: { field: 'year', order: 'DESC' },
    perPage: PER_PAGE,
    exactTotal: true,
  });
  const { columns, table, opened } = useActualTable({
    across: true,
    rows: (list.data ?? []) as Actual[],
    onCorrect: setCorrecting,
  });
  return (
    <>
      <ListPage<Actual>
        list={list}
        title={translate('actuals.title')}
        caption={translate('actuals.caption')}
        filters={<ActualFilters />}
        columns={columns}
        table={table}
        empty={{
          icon: 'actuals',
          title: translate('actuals.none'),
          why: translate('actuals.noneWhy'),
          action: mayImport && (
            <Button variant="contained" component={Link} to="/imports">
              {translate('actuals.importFigures')}
            </Button>
          ),
        }}
      />
      {opened}
      {correcting && <CorrectDrawer actual={correcting} onClose={() => setCorrecting(null)} />}
    </>
  );
}

function ActualFilters() {
  const translate = useTranslate();
  const [thisYear] = useState(() => Number(dayOf(new Date()).slice(0, 4)));
  const { parks } = usePlaces();
  const { data, filterValues, setFilters } = useListContext<Actual>();
  const { contract } = filterValues as { contract?: string };
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_unused, index) => String(thisYear - index));
  return (
    <>
      <ListFilter source="year" label="actuals.year" options={years.map((value) => ({ value, label: value }))} />
      <ListFilter
        source="indicator"
        label="actuals.indicator"
        options={promisedIndicators.map((value) => ({ value, label: translate(`indicators.name.${value}`) }))}
      />
      <ListFilter
        source="park"
        label="overview.park"
        options={parks.map((park) => ({ value: park.id, label: park.name }))}
      />
      <ListFilter
        source="source"
        label="actuals.sourceHead"
        options={actualSources.map((value) => ({ value, label: translate(`actuals.source.${value}`) }))}
      />
      <ListFilter
        source="verified"
        label="actuals.verified"
        options={[
          { value: 'yes', label: translate('actuals.isVerified') },
          { value: 'no', label: translate('actuals.notVerified') },
        ]}
      />
      <ListFilter
        source="disagreeing"
        label="actuals.rivals"
        options={[{ value: '1', label: translate('actuals.disagreeing') }]}
      />
      <ListFilter
        source="history"
        label="actuals.history"
        all={translate('actuals.withoutHistory')}
        options={[{ value: '1', label: translate('actuals.withHistory') }]}
      />
      {contract && (
        <Link className="field on" to={`/contracts/${contract}`}>
          <span className="label">{translate('actuals.ofContract')}</span>
          {data?.[0]?.contractNumber ?? '…'}
        </Link>
      )}
      {Object.keys(filterValues).length > 0 && (
        <Button variant="text" onClick={() => setFilters({}, {})}>
          {translate('parts.filter.clear')}
        </Button>
      )}
    </>
  );
}
