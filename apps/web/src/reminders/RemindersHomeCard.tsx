import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Card } from '../parts/layout/Card.js';
import { dayOf } from '../parts/text/days.js';
import { VerdictClock } from '../parts/marks/VerdictChip.js';
import { useCan } from '../providers/abilities.js';
import { useReminders } from './useReminders.js';
import { aboutOf, dueIn, glyphOf, titleOf } from './words.js';

const SHOWN = 5;

/** The newest open reminders, and their number. */
export default function RemindersHomeCard() {
  return useCan('read', 'Reminder') ? <Newest /> : null;
}

function Newest() {
  const translate = useTranslate();
  const [today] = useState(() => dayOf(new Date()));
  const { data } = useReminders('open', SHOWN);
  if (!data) return null;
  return (
    <Card title={<Link to="/reminders">{translate('reminders.title')}</Link>} caption={data.total} flush>
      {data.data.length === 0 ? (
        <p className="phonerow quiet">{translate('reminders.empty.open')}</p>
      ) : (
        data.data.map((one) => (
          <Link key={one.id} to={one.link || '/reminders'} className="phonerow">
            <span className="row">
              <b className="strong ellipsis">{titleOf(one, today, translate)}</b>
              <span className="spacer" />
              {one.link && <VerdictClock verdict={glyphOf(one, today)}>{dueIn(one, today, translate)}</VerdictClock>}
            </span>
            <span className="caption ellipsis">{aboutOf(one, translate)}</span>
          </Link>
        ))
      )}
    </Card>
  );
}
