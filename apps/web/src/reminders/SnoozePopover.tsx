import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { addDays } from '@crm/domain/days';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { DayBox } from '../parts/fields/DayBox.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
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
  // A day is chosen here, nothing is typed that could be lost.
  const editor = useEditor({ typed: false });
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
      <GridForm editor={editor} onSave={() => day && onChoose(day)}>
        <FieldLine label={translate('reminders.snooze.day')} must>
          <DayBox className="field" required value={day} min={tomorrow} onChange={setDay} />
        </FieldLine>
        <Button type="submit" variant="contained" fullWidth>
          {translate('reminders.snooze.save')}
        </Button>
      </GridForm>
    </Popover>
  );
}
