import { useTranslate } from 'ra-core';
import { isWeekend, weeksOf, type Days } from './months.js';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface Props {
  year: number;
  month: number;
  days: Days;
  /** undefined: only to look at. */
  onPress: ((day: string) => void) | undefined;
}

/** A month as a table; 休 or 班 is written beside the day, so that colour is not the only sign. */
export function MonthGrid({ year, month, days, onPress }: Props) {
  const translate = useTranslate();
  const title = translate('calendar.month', { month });
  return (
    <table className="month" aria-label={`${year} ${title}`}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {translate(`calendar.weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={at}>
            {week.map((day, column) => (
              <td key={column}>{day && <DayCell day={day} days={days} onPress={onPress} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, days, onPress }: Pick<Props, 'days' | 'onPress'> & { day: string }) {
  const translate = useTranslate();
  const special = days.get(day);
  const kind = translate(`calendar.legend.${special?.kind ?? 'ordinary'}`);
  const said = special?.name
    ? translate('calendar.dayNamed', { day, name: special.name, kind })
    : translate('calendar.dayIs', { day, kind });
  const look = ['day', special?.kind ?? (isWeekend(day) ? 'weekend' : '')].filter(Boolean).join(' ');
  const shown = (
    <>
      {Number(day.slice(8))}
      {special && <small>{translate(`calendar.mark.${special.kind}`)}</small>}
    </>
  );
  if (!onPress)
    return (
      <span className={look} title={said}>
        {shown}
      </span>
    );
  return (
    <button type="button" className={look} title={said} aria-label={said} onClick={() => onPress(day)}>
      {shown}
    </button>
  );
}
