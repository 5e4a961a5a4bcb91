import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { addDays } from '@crm/domain/days';
import { useTranslate } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { DayBox } from '../parts/fields/DayBox.js';
import { FieldLine } from '../parts/fields/FieldLine.js';
import { nextMonday } from './words.js';

/** Tomorrow, next Monday, or another day. */
export function SnoozePopover({
  anchor,
  today,
  onChoose,
  onClose,
}: {
  anchor: HTMLElement;
  today: string;
  onChoose: (until: string) => void;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const tomorrow = addDays(today, 1);
  const [day, setDay] = useState(tomorrow);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (day) onChoose(day);
  };
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { className: 'remsnooze', role: 'dialog', 'aria-label': translate('reminders.snooze.title') },
      }}
    >
      <Button autoFocus onClick={() => onChoose(tomorrow)}>
        {translate('reminders.snooze.tomorrow')}
        <span className="spacer" />
        <span className="caption">{tomorrow}</span>
      </Button>
      <Button onClick={() => onChoose(nextMonday(today))}>
        {translate('reminders.snooze.monday')}
        <span className="spacer" />
        <span className="caption">{nextMonday(today)}</span>
      </Button>
      <form onSubmit={save}>
        <FieldLine label={translate('reminders.snooze.day')} must>
          <DayBox className="field" required value={day} min={tomorrow} onChange={setDay} />
        </FieldLine>
        <Button type="submit" variant="contained" fullWidth>
          {translate('reminders.snooze.save')}
        </Button>
      </form>
    </Popover>
  );
}
