import type { CalendarChange } from '@crm/api-contract/standards';
import { calendarYears } from '@crm/api-contract/routes';
import type { BodyAsked } from '@crm/api-contract/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Answer } from '../../parts/layout/Answer.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { RowsTable } from '../../parts/tables/RecordTable.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { ask } from '../../providers/ask.js';

type Moved = CalendarChange['moved'][number] & { readonly id: string };

/** What saving would change: the days, and the terms that then end on another day. */
export function ChangePreview({ year, body }: { year: number; body: BodyAsked<typeof calendarYears.preview> }) {
  const translate = useTranslate();
  const answer = useQuery({
    queryKey: ['calendar-years', 'preview', year, body.days],
    queryFn: ({ signal }) =>
      ask(calendarYears.preview, {
        params: { year: String(year) },
        // The source is not part of the question.
        body: { ...body, source: body.source || String(year) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer<CalendarChange> answer={answer} rows={4}>
      {({ days, workingDays, moved }) => (
        <section aria-label={translate('calendar.changes')} aria-live="polite">
          <h3>{translate('calendar.changes')}</h3>
          <p>
            {days.length === 0
              ? translate('calendar.unchanged')
              : translate('calendar.changed', { count: days.length, ...workingDays })}
          </p>
          <p className="caption">{days.map((one) => dayChange(one, translate)).join('；')}</p>
          <h3>
            {translate('calendar.moved')} <span className="caption">{translate('calendar.movedCaption')}</span>
          </h3>
          {moved.length === 0 ? (
            <p className="quiet">{translate('calendar.movedNone')}</p>
          ) : (
            <RowsTable<Moved>
              name="moved-terms"
              label={translate('calendar.moved')}
              rows={moved.map((one) => ({ ...one, id: String(one.workingDays) }))}
              columns={movedColumns(translate)}
            />
          )}
        </section>
      )}
    </Answer>
  );
}

const dayChange = ({ day, before, after }: CalendarChange['days'][number], translate: TranslateFunction): string => {
  const word = (kind: typeof before) => translate(`calendar.legend.${kind ?? 'ordinary'}`);
  return `${day.slice(5)} ${translate('calendar.toKind', { before: word(before), after: word(after) })}`;
};

const movedColumns = (translate: TranslateFunction): RecordColumn<Moved>[] => [
  {
    source: 'workingDays',
    label: 'calendar.term',
    cell: ({ workingDays }) => translate('calendar.termDays', { days: workingDays }),
  },
  { source: 'receipts', label: 'calendar.receipts', number: true, cell: ({ receipts }) => showDecimal(receipts) },
  { source: 'received', label: 'calendar.example', cell: ({ example }) => example.received },
  { source: 'before', label: 'calendar.dueBefore', cell: ({ example }) => example.before },
  { source: 'after', label: 'calendar.dueAfter', cell: ({ example }) => <b className="strong">{example.after}</b> },
];
