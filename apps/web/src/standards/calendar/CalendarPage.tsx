import type { CalendarYear } from '@crm/api-contract/standards';
import { calendarYears } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { FilterSelect } from '../../parts/fields/FilterSelect.js';
import { Answer } from '../../parts/layout/Answer.js';
import { PageHead } from '../../parts/layout/Card.js';
import { Icon } from '../../parts/marks/Icon.js';
import { Note } from '../../parts/marks/Note.js';
import { dayOf } from '../../parts/text/days.js';
import { useMay } from '../../providers/abilities.js';
import { useAsk } from '../../providers/useAsk.js';
import { YearEditor } from './YearEditor.js';
import './calendar.css';

/** 工作日历: a year at a glance, edited by pressing days or by pasting the notice. /calendar?year=2026 */
export default function CalendarPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [today] = useState(() => dayOf(new Date()));
  const thisYear = Number(today.slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked >= 1990 && asked <= 2100 ? asked : thisYear;
  const mayChange = useMay()(calendarYears.change);
  const years = useAsk(calendarYears.list, {});
  const answer = useAsk(calendarYears.one, { params: { year: String(year) } });
  const offered = [...new Set([thisYear + 1, thisYear, year, ...(years.data?.data ?? []).map((one) => one.year)])];
  const missing = years.data?.missing ?? [];
  return (
    <>
      <PageHead
        title={translate('calendar.title')}
        caption={translate('calendar.caption')}
        actions={
          mayChange && (
            <Button component={Link} to="/imports?kind=working-days" startIcon={<Icon name="imports" />}>
              {translate('calendar.import')}
            </Button>
          )
        }
      />
      <div className="filters">
        <FilterSelect
          label={translate('calendar.year')}
          value={String(year)}
          onChange={(value) => setSearch(value ? { year: value } : {})}
          always
          options={offered.sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
        />
      </div>
      <div className="stack">
        {missing.length > 0 && (
          <Note kind="warning">{translate('calendar.missing', { years: missing.join('、') })}</Note>
        )}
        <Answer<CalendarYear> answer={answer} rows={12}>
          {(data) => <YearEditor key={`${data.year} ${data.version}`} year={data} mayChange={mayChange} />}
        </Answer>
      </div>
    </>
  );
}
