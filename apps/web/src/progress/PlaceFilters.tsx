import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { usePlaces } from '../reference/places.js';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import '../parts/layout/filters.css';
import type { Address } from './useProgress.js';

/** 园区 and 产业 of every tab; `more` are the tab's own filters, by their names in the URL. */
export function PlaceFilters({
  address: { search, set },
  names = [],
  children,
  right,
}: {
  address: Address;
  names?: readonly string[];
  children?: ReactNode;
  right?: ReactNode;
}) {
  const translate = useTranslate();
  const { parks, industries } = usePlaces();
  const all = ['park', 'industry', ...names];
  return (
    <div className="filters noprint" role="search" aria-label={translate('overview.filters')}>
      <div className="selects">
        {children}
        <FilterSelect
          label={translate('overview.park')}
          value={search.get('park')}
          all={translate('overview.allParks', { smart_count: parks.length })}
          options={parks.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(park) => set({ park })}
        />
        <FilterSelect
          label={translate('overview.industry')}
          value={search.get('industry')}
          all={translate('overview.allIndustries', { smart_count: industries.length })}
          options={industries.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(industry) => set({ industry })}
        />
        {all.some((name) => search.has(name)) && (
          <Button variant="text" onClick={() => set(Object.fromEntries(all.map((name) => [name, null])))}>
            {translate('parts.filter.clear')}
          </Button>
        )}
      </div>
      <span className="spacer" />
      {right}
    </div>
  );
}

export const placeOf = ({ search }: Address): { parkId?: string; industryId?: string } => ({
  ...(search.get('park') ? { parkId: search.get('park')! } : {}),
  ...(search.get('industry') ? { industryId: search.get('industry')! } : {}),
});

/** The place in words, for printing: 狮子岭工业园，新材料; the whole zone if nothing is chosen. */
export function usePlaceWords(address: Address): string {
  const translate = useTranslate();
  const { parks, industries } = usePlaces();
  const { parkId, industryId } = placeOf(address);
  return (
    [parks.find(({ id }) => id === parkId)?.name, industries.find(({ id }) => id === industryId)?.name]
      .filter(Boolean)
      .join(translate('overview.comma')) || translate('progress.batches.sum')
  );
}
