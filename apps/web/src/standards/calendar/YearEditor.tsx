import type { CalendarYear } from '@crm/api-contract/standards';
import { calendarYears } from '@crm/api-contract/routes';
import { readNotice } from '@crm/domain/days';
import Button from '@mui/material/Button';
import { required, useTranslate } from 'ra-core';
import { useState } from 'react';
import { TextInput } from 'react-admin';
import { TextLine } from '../../parts/fields/FieldLine.js';
import { DialogForm } from '../../parts/forms/DialogForm.js';
import { GridForm } from '../../parts/forms/GridForm.js';
import { Card } from '../../parts/layout/Card.js';
import { ErrorSentence } from '../../parts/layout/ErrorSentence.js';
import { Icon } from '../../parts/marks/Icon.js';
import { Note } from '../../parts/marks/Note.js';
import { useEditor } from '../../parts/unsaved/useEditor.js';
import { ConflictError } from '../../providers/problem.js';
import { useVerb } from '../../verbs/useVerb.js';
import { ChangePreview } from './ChangePreview.js';
import { MonthGrid } from './MonthGrid.js';
import { byDay, inOrder, pressed, workingDaysIn, type Days } from './months.js';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** Twelve months; whoever may change presses days, and sees which terms move before it is saved. */
export function YearEditor({ year: stored, mayChange }: { year: CalendarYear; mayChange: boolean }) {
  const translate = useTranslate();
  const { year, version } = stored;
  const [days, setDays] = useState<Days>(() => byDay(stored.days));
  const [source, setSource] = useState(stored.source);
  const [pasting, setPasting] = useState(false);
  const [beside, setBeside] = useState<readonly string[]>([]);
  const verb = useVerb(calendarYears.change, { said: translate('calendar.saved'), quiet: true });
  const wanted = inOrder(days);
  const typed = source !== stored.source || JSON.stringify(wanted) !== JSON.stringify(inOrder(byDay(stored.days)));
  const editor = useEditor({ typed, saving: verb.isPending, words: ['year'] });
  const body = { source, days: wanted };
  const save = () => verb.mutate({ params: { year: String(year) }, version, body });
  const take = (text: string) => {
    const notice = readNotice(text, year);
    setDays(byDay([...notice.days]));
    setBeside(notice.beside.map(({ day }) => day));
    if (source === '') setSource(translate('calendar.noticeName', { year }));
    setPasting(false);
  };
  return (
    <>
      <Card
        title={String(year)}
        caption={
          stored.loaded
            ? [
                translate('calendar.version', { version }),
                translate('calendar.workingDays', { count: workingDaysIn(year, days) }),
              ].join(' · ')
            : translate('calendar.notLoaded')
        }
        label={String(year)}
        actions={
          mayChange && (
            <Button startIcon={<Icon name="edit" />} onClick={() => setPasting(true)}>
              {translate('calendar.paste')}
            </Button>
          )
        }
      >
        <GridForm className="stack" editor={editor} onSave={save}>
          <div className="row wrap caption">
            <span className="day holiday">{translate('calendar.legend.holiday')}</span>
            <span className="day make-up">{translate('calendar.legend.make-up')}</span>
            {mayChange && <span>{translate('calendar.legendHint')}</span>}
          </div>
          <div className="months">
            {MONTHS.map((month) => (
              <MonthGrid
                key={month}
                year={year}
                month={month}
                days={days}
                onPress={mayChange ? (day) => setDays(pressed(days, day)) : undefined}
              />
            ))}
          </div>
          {beside.length > 0 && (
            <Note kind="warning">{translate('calendar.pasteBeside', { days: beside.join('、') })}</Note>
          )}
          {mayChange ? (
            <>
              <TextLine label={translate('calendar.source')} value={source} onChange={setSource} />
              {typed && <ChangePreview year={year} body={body} />}
              {verb.error !== null &&
                (verb.error instanceof ConflictError ? (
                  <Note kind="error">{translate('calendar.conflict')}</Note>
                ) : (
                  <ErrorSentence error={verb.error} />
                ))}
              <div>
                <Button type="submit" variant="contained" disabled={verb.isPending || !typed || source.trim() === ''}>
                  {translate('calendar.save', { year })}
                </Button>
              </div>
            </>
          ) : (
            stored.source && (
              <p className="caption">
                {translate('calendar.source')} {stored.source}
              </p>
            )
          )}
        </GridForm>
      </Card>
      {pasting && <PasteDialog year={year} onTake={take} onClose={() => setPasting(false)} />}
    </>
  );
}

interface PasteProps {
  year: number;
  onTake: (text: string) => void;
  onClose: () => void;
}

function PasteDialog({ year, onTake, onClose }: PasteProps) {
  const translate = useTranslate();
  const readable = (text: string) => (readNotice(text ?? '', year).days.length > 0 ? undefined : 'calendar.pasteNone');
  return (
    <DialogForm<{ text: string }>
      title={translate('calendar.paste')}
      save={translate('calendar.pasteUse')}
      onClose={onClose}
      defaultValues={{ text: '' }}
      onSubmit={({ text }) => onTake(text)}
    >
      <Note>{translate('calendar.pasteHint')}</Note>
      <TextInput
        source="text"
        label={translate('calendar.pasteText')}
        validate={[required(), readable]}
        multiline
        minRows={8}
        autoFocus
      />
    </DialogForm>
  );
}
