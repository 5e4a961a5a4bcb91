import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import { addDays } from '@crm/domain/days';
import { useTranslate } from 'ra-core';
import { useState, type FormEvent } from 'react';
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
    onChoose(day);
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
        <span className="sp" />
        <span className="t-cap">{tomorrow}</span>
      </Button>
      <Button onClick={() => onChoose(nextMonday(today))}>
        {translate('reminders.snooze.monday')}
        <span className="sp" />
        <span className="t-cap">{nextMonday(today)}</span>
      </Button>
      <form onSubmit={save}>
        <TextField
          type="date"
          size="small"
          required
          fullWidth
          label={translate('reminders.snooze.day')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          slotProps={{ htmlInput: { min: tomorrow }, inputLabel: { shrink: true } }}
        />
        <Button type="submit" variant="contained" fullWidth>
          {translate('reminders.snooze.save')}
        </Button>
      </form>
    </Popover>
  );
}
