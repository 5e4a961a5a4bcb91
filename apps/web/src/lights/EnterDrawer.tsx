import { indicators } from '@crm/domain/standards';
import { paceTargets } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { usePlaces } from '../reference/places.js';
import { readTypedMoneyIn } from '../parts/text/amounts.js';
import { counted } from '../parts/text/money.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { FieldLine, TextLine } from '../parts/fields/FieldLine.js';
import { PastedNote } from '../parts/fields/PastedNote.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Note } from '../parts/marks/Note.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { editors } from '../parts/unsaved/editors.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
import { usePastedCells } from '../parts/fields/usePastedCells.js';
import { problemOf } from '../providers/problem.js';
import { useVerb } from '../verbs/useVerb.js';
import { EnterTable, KINDS, keyOf, type Kind } from './EnterTable.js';
import { SubjectFind } from './SubjectFind.js';
import { useWatched, type Subject } from './useTargets.js';
import { indicatorWord, subjectWord, useMonthWord } from './words.js';

/**
 * One month of the zone and its parks (and of every watched project and contract) in one grid: typed, or pasted from
 * Excel at any cell. Existing values are filled in; only differences are sent.
 */
export function EnterDrawer({
  indicators: entered,
  year,
  indicator: asked,
  today,
  onClose,
}: {
  /** Those that the year has figures of. */
  indicators: readonly string[];
  year: number;
  indicator: string;
  today: string;
  onClose: () => void;
}) {
  const translate = useTranslate();
  const monthWord = useMonthWord();
  const { parks } = usePlaces();
  const [indicator, setIndicator] = useState(asked);
  const [own, setOwn] = useState(false);
  const [month, setMonth] = useState(year < Number(today.slice(0, 4)) ? 12 : Number(today.slice(5, 7)));
  const [joined, setJoined] = useState<readonly Subject[]>([]);
  const entry = usePastedCells();
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const verb = useVerb(paceTargets.enter, { said: translate('lights.entered'), onDone: onClose, quiet: true });
  const watched = useWatched(year, entered.includes(indicator) ? indicator : '').data ?? [];
  const listed: Subject[] = [
    { subjectKind: 'zone', subjectId: null, name: translate('lights.zone') },
    ...parks.map((park) => ({ subjectKind: 'park' as const, subjectId: park.id, name: park.shortName })),
    ...watched
      .filter(({ subjectKind }) => subjectKind === 'project' || subjectKind === 'contract')
      .map((target) => ({
        subjectKind: target.subjectKind,
        subjectId: target.subjectId,
        name: subjectWord(target, translate),
      })),
  ];
  const subjects = [...listed, ...joined.filter(({ subjectId }) => !listed.some((one) => one.subjectId === subjectId))];
  const reads = readTypedMoneyIn(translate);
  const kept = (subject: Subject, kind: Kind): string => {
    const wan = watched
      .find((one) => one.subjectKind === subject.subjectKind && one.subjectId === subject.subjectId)
      ?.months.find((one) => one.month === month)?.[kind]?.valueWan;
    return wan === undefined ? '' : counted(translate)(wan);
  };
  const textOf = (subject: Subject, kind: Kind): string => entry.typed[keyOf(subject, kind)] ?? kept(subject, kind);
  const cells = subjects.flatMap((subject) => {
    const values = KINDS.flatMap((kind) => {
      const text = textOf(subject, kind).trim();
      if (text === '' || text === kept(subject, kind)) return [];
      const read = reads(text);
      return [[kind, read.ok ? { value: read.value, unit: read.unit } : { value: text, unit: 'wan' }] as const];
    });
    return values.length === 0
      ? []
      : [
          {
            subject,
            body: {
              subjectKind: subject.subjectKind,
              subjectId: subject.subjectId,
              indicator,
              month,
              ...Object.fromEntries(values),
            },
          },
        ];
  });
  const changes = subjects.some((subject) =>
    KINDS.some(
      (kind) =>
        kept(subject, kind) !== '' &&
        textOf(subject, kind).trim() !== '' &&
        textOf(subject, kind).trim() !== kept(subject, kind),
    ),
  );
  const faults = verb.error ? problemOf(verb.error).errors : [];
  /** Unreadable values are reported at once, before the server is asked. */
  const unreadOf = (subject: Subject) =>
    KINDS.flatMap((kind) => {
      const text = textOf(subject, kind).trim();
      const read = text === '' || text === kept(subject, kind) ? null : reads(text);
      return read && !read.ok ? [{ pointer: `/${kind}`, code: read.code, params: read.facts }] : [];
    });
  const unread = subjects.reduce((sum, subject) => sum + unreadOf(subject).length, 0);
  const faultsOf = (subject: Subject) => {
    if (unreadOf(subject).length > 0) return unreadOf(subject);
    const at = cells.findIndex(
      (cell) => cell.subject.subjectKind === subject.subjectKind && cell.subject.subjectId === subject.subjectId,
    );
    return at < 0
      ? []
      : faults.filter(({ pointer }) => pointer === `/cells/${at}` || pointer.startsWith(`/cells/${at}/`));
  };
  const cellsFrom = (row: number, column: number) => (grid: readonly (readonly string[])[]) => ({
    cells: Object.fromEntries(
      grid.flatMap((line, down) =>
        line.flatMap((text, across): [string, string][] => {
          const [subject, kind] = [subjects[row + down], KINDS[column + across]];
          return subject && kind ? [[keyOf(subject, kind), text]] : [];
        }),
      ),
    ),
  });
  const editor = useEditor({
    typed: cells.length > 0 || source !== '' || reason !== '',
    saving: verb.isPending,
  });
  /** Figures are typed for one month and indicator; another one begins with its own. */
  const turnTo = (next: () => void) => {
    const turned = () => (next(), entry.clear());
    if (cells.length === 0) turned();
    else editors.drop(editor, turned);
  };
  return (
    <SideDrawer title={translate('lights.enter')} caption={String(year)} onClose={onClose} bare>
      <GridForm
        className="drawerform"
        editor={editor}
        onSave={() =>
          verb.mutate({
            body: { year, source, ...(reason ? { reason } : {}), cells: cells.map(({ body }) => body) },
          })
        }
      >
        <div className="drawerbody stack">
          <div className="row wrap">
            <FieldLine label={translate('lights.indicator')}>
              {own ? (
                <input
                  className="field"
                  value={indicator}
                  maxLength={40}
                  required
                  onChange={(event) => setIndicator(event.target.value)}
                />
              ) : (
                <select
                  className="field"
                  value={indicator}
                  onChange={(event) =>
                    event.target.value === ''
                      ? turnTo(() => (setOwn(true), setIndicator('')))
                      : turnTo(() => setIndicator(event.target.value))
                  }
                >
                  {[...new Set([...indicators, ...entered, indicator])].map((one) => (
                    <option key={one} value={one}>
                      {indicatorWord(one, translate)}
                    </option>
                  ))}
                  <option value="">{translate('lights.ownIndicator')}</option>
                </select>
              )}
            </FieldLine>
            <FieldLine label={translate('lights.monthHead')}>
              <select
                className="field"
                value={month}
                onChange={(event) => turnTo(() => setMonth(Number(event.target.value)))}
              >
                {Array.from({ length: 12 }, (_, at) => at + 1).map((one) => (
                  <option key={one} value={one}>
                    {translate('lights.month', { month: monthWord(one) })}
                  </option>
                ))}
              </select>
            </FieldLine>
          </div>
          <Note>{translate('lights.enterNote')}</Note>
          <PastedNote pasted={entry.pasted} unread={unread} />
          <EnterTable {...{ subjects, entry, textOf, faultsOf, cellsFrom }} />
          <SubjectFind there={subjects} onFind={(subject) => setJoined([...joined, subject])} />
          <TextLine
            label={translate('lights.source')}
            value={source}
            maxLength={120}
            placeholder={translate('lights.sourceHint')}
            onChange={setSource}
          />
          {(changes || reason !== '') && (
            <TextLine label={translate('lights.correctionReason')} must={changes} value={reason} onChange={setReason} />
          )}
          {verb.error !== null && <ErrorSentence error={verb.error} />}
        </div>
        <div className="drawerfoot">
          <Button type="submit" variant="contained" disabled={verb.isPending || cells.length === 0 || unread > 0}>
            {translate('lights.save', { smart_count: cells.length })}
          </Button>
        </div>
      </GridForm>
    </SideDrawer>
  );
}
