import { reminders } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { Reminder } from '@crm/api-contract/reminders';
import { useTranslate } from 'ra-core';
import { Icon } from '../parts/marks/Icon.js';
import { showInstant } from '../parts/text/days.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useMay } from '../providers/abilities.js';
import { DigestItems } from './DigestItems.js';
import { aboutOf, dueIn, glyphOf, recordOf, titleOf } from './words.js';

interface Props {
  reminder: Reminder;
  today: string;
  chosen: boolean;
  /** A digest shows its items. */
  listed: boolean;
  onChoose: () => void;
  onOpen: () => void;
  onDone: () => void;
  onReopen: () => void;
  onLater: (anchor: HTMLElement) => void;
  onLeave?: () => void;
}

export function ReminderRow({
  reminder,
  today,
  chosen,
  listed,
  onChoose,
  onOpen,
  onDone,
  onReopen,
  onLater,
  onLeave,
}: Props) {
  const translate = useTranslate();
  const may = useMay();
  const { status, snoozeUntil, doneAt, link, dueDay, withdrawn } = reminder;
  const caption = [
    recordOf(reminder),
    status === 'snoozed' && translate('reminders.until', { day: snoozeUntil }),
    status === 'done' &&
      translate(withdrawn ? `reminders.withdrawn.${withdrawn}` : 'reminders.doneOn', {
        day: showInstant(doneAt, today),
      }),
  ]
    .filter(Boolean)
    .join(' · ');
  const glyph = status === 'done' ? 'met' : glyphOf(reminder, today);
  return (
    <li className={chosen ? 'rem on' : 'rem'} onFocus={onChoose}>
      <span className="remglyph">
        <VerdictGlyph verdict={glyph} size={13} />
      </span>
      <div className="rembody">
        <button
          type="button"
          id={`reminder-${reminder.id}`}
          className="remtitle"
          aria-current={chosen || undefined}
          onClick={onOpen}
        >
          <span className="row">
            <b className="strong ellipsis">{titleOf(reminder, today, translate)}</b>
            <span className="spacer" />
            {link && (
              <span className={`caption nowrap ${glyph}`} title={dueDay}>
                {dueIn(reminder, today, translate)}
              </span>
            )}
          </span>
          <span className="remabout">{aboutOf(reminder, translate)}</span>
          {caption && <span className="caption ellipsis">{caption}</span>}
        </button>
        {chosen && (
          <div className="row wrap remacts">
            <Button variant="contained" onClick={onOpen} aria-expanded={link ? undefined : listed}>
              {translate(link ? 'reminders.act.open' : 'reminders.act.list')}
            </Button>
            {status !== 'done' && (
              <>
                {may(reminders.done) && (
                  <Button variant="outlined" startIcon={<Icon name="check" />} onClick={onDone}>
                    {translate('reminders.act.done')}
                  </Button>
                )}
                {may(reminders.snooze) && (
                  <Button
                    variant="outlined"
                    startIcon={<Icon name="clock" />}
                    aria-haspopup="dialog"
                    onClick={(event) => onLater(event.currentTarget)}
                  >
                    {translate('reminders.act.later')}
                  </Button>
                )}
              </>
            )}
            {status !== 'open' && !withdrawn && may(reminders.reopen) && (
              <Button variant="outlined" onClick={onReopen}>
                {translate('reminders.act.reopen')}
              </Button>
            )}
            <span className="spacer" />
            <span className="remkeys">
              <Kbd>O</Kbd>{' '}
              {status !== 'done' && (
                <>
                  <Kbd>D</Kbd> <Kbd>S</Kbd>
                </>
              )}
            </span>
          </div>
        )}
        {listed && <DigestItems id={reminder.id} today={today} onLeave={onLeave} />}
      </div>
    </li>
  );
}
