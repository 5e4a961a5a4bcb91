import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { FilterSelect } from '../parts/fields/FilterSelect.js';
import { lastYearOver, questionWords, type Question } from './questions.js';
import { usePlaces } from '../reference/places.js';
import '../parts/layout/filters.css';
import './question.css';

/** Contracts with commitments begin in 2021; later years are added automatically. */
const FIRST_YEAR = 2021;
const yearsTo = (last: number): string[] =>
  Array.from({ length: Math.max(1, last - FIRST_YEAR + 1) }, (_unused, index) => String(last - index));

interface Props {
  question: Question;
  today: string;
  set: (change: Record<string, string | null>) => void;
  /** Further filters of a list, between the shared ones and “clear”. */
  more?: ReactNode;
  /** Further names in the URL that “clear” removes. */
  alsoCleared?: readonly string[];
  dirty?: boolean;
  children?: ReactNode;
}

/** 签约期, 园区, 产业, 考核年: the same four filters over the overview and its contracts. */
export function QuestionFilters({ question, today, set, more, alsoCleared = [], dirty = false, children }: Props) {
  const translate = useTranslate();
  const { parks, industries } = usePlaces();
  const thisYear = Number(today.slice(0, 4));
  const chosen =
    dirty ||
    question.signed !== null ||
    question.park !== null ||
    question.industry !== null ||
    question.year !== lastYearOver(today);
  return (
    <div className="filters noprint" role="search" aria-label={translate('overview.filters')}>
      <div className="selects">
        <FilterSelect
          label={translate('overview.signed')}
          value={question.signed}
          all={translate('overview.anyTime')}
          options={yearsTo(thisYear).map((year) => ({
            value: year,
            label: translate('overview.wholeYear', { year }),
          }))}
          onChange={(signed) => set({ signed })}
        />
        <FilterSelect
          label={translate('overview.park')}
          value={question.park}
          all={translate('overview.allParks', { smart_count: parks.length })}
          options={parks.map((park) => ({ value: park.id, label: park.name }))}
          onChange={(park) => set({ park })}
        />
        <FilterSelect
          label={translate('overview.industry')}
          value={question.industry}
          all={translate('overview.allIndustries', { smart_count: industries.length })}
          options={industries.map((industry) => ({ value: industry.id, label: industry.name }))}
          onChange={(industry) => set({ industry })}
        />
        <FilterSelect
          always
          label={translate('overview.year')}
          value={String(question.year)}
          options={yearsTo(lastYearOver(today)).map((year) => ({ value: year, label: year }))}
          onChange={(year) => set({ year: year === String(lastYearOver(today)) ? null : year })}
        />
        {more}
        {chosen && (
          <Button
            variant="text"
            onClick={() => set(Object.fromEntries([...questionWords, ...alsoCleared].map((name) => [name, null])))}
          >
            {translate('parts.filter.clear')}
          </Button>
        )}
      </div>
      <span className="spacer" />
      {children}
    </div>
  );
}
