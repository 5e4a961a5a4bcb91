import Popover from '@mui/material/Popover';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { DayBox } from '../parts/fields/DayBox.js';
import { Icon } from '../parts/marks/Icon.js';
import { Segmented } from '../parts/fields/Segmented.js';
import type { Moment } from './questions.js';

interface Props {
  moment: Moment | null;
  today: string;
  onChange: (moment: Moment | null) => void;
}

/** The usual past days: the ends of the last years. */
const yearEnds = (today: string): string[] => [1, 2, 3].map((back) => `${Number(today.slice(0, 4)) - back}-12-31`);

/** 截至: today or a past day; for a past day, as known then or as known now. */
export function AsOfSelect({ moment, today, onChange }: Props) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const known = moment?.known ?? 'now';
  const choose = (asOf: string) => onChange(asOf === '' || asOf >= today ? null : { asOf, known });
  return (
    <>
      <button
        type="button"
        className={moment ? 'field on' : 'field'}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <span className="label">{translate('overview.asOf.label')}</span>
        {moment ? `${moment.asOf}（${translate(`overview.asOf.short.${known}`)}）` : translate('overview.asOf.today')}
        <Icon name="down" />
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { 'aria-label': translate('overview.asOf.label') } }}
      >
        <div className="asof">
          <div className="row wrap">
            {[today, ...yearEnds(today)].map((day) => (
              <button
                key={day}
                type="button"
                className={(moment?.asOf ?? today) === day ? 'field on' : 'field'}
                onClick={() => choose(day)}
              >
                {day === today ? translate('overview.asOf.today') : day}
              </button>
            ))}
          </div>
          <label className="field">
            <span className="label">{translate('overview.asOf.other')}</span>
            <DayBox value={moment?.asOf ?? ''} min="1990-01-01" max={today} onChange={choose} />
          </label>
          {moment && (
            <Segmented
              value={known}
              label={translate('overview.asOf.knownLabel')}
              onChange={(next) => onChange({ ...moment, known: next })}
              choices={(['now', 'then'] as const).map((value) => ({
                value,
                label: translate(`overview.asOf.${value}`),
              }))}
            />
          )}
          <p className="caption">
            {translate(moment ? `overview.asOf.says.${known}` : 'overview.asOf.saysToday', {
              day: moment?.asOf ?? today,
            })}
          </p>
        </div>
      </Popover>
    </>
  );
}
