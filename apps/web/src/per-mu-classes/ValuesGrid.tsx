import { evaluationRounds } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import { useLocale, useTranslate } from 'ra-core';
import { useState } from 'react';
import { readNumber } from '../parts/text/amounts.js';
import { Card, PageHead } from '../parts/layout/Card.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { TextLine } from '../parts/fields/FieldLine.js';
import { Icon } from '../parts/marks/Icon.js';
import { PastedNote } from '../parts/fields/PastedNote.js';
import { Note } from '../parts/marks/Note.js';
import { GridForm } from '../parts/forms/GridForm.js';
import { useDraft } from '../parts/unsaved/useDraft.js';
import { useEditor } from '../parts/unsaved/useEditor.js';
import { usePastedCells } from '../parts/fields/usePastedCells.js';
import { problemOf } from '../providers/problem.js';
import { useVerb } from '../verbs/useVerb.js';
import { placed } from './placed.js';
import { SheetButton, SheetFound } from './SheetFound.js';
import { ValuesTable, type Line } from './ValuesTable.js';
import { itemWord, keptValue, shownValue, type Round } from './useRounds.js';
import { cellsHeld, heldCells, type HeldValues } from './valuesDraft.js';
import { useValuesSheet } from './useValuesSheet.js';

/**
 * Enterprises × items: typed, read from a workbook, or pasted from Excel, with or without names in the first column.
 * Only differences are sent, all or none.
 */
export function ValuesGrid({ round, onClose }: { round: Round; onClose: () => void }) {
  const translate = useTranslate();
  const [added, setAdded] = useState<string[]>([]);
  const entry = usePastedCells();
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const draft = useDraft(`per-mu-values ${round.id} ${useLocale()}`);
  const verb = useVerb(evaluationRounds.enter, {
    said: translate('classes.valuesSaved'),
    onDone: () => (draft.saved(), onClose()),
    quiet: true,
  });
  /** As the reader counts money; sent again in the unit of the item. */
  const shownOf = (values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => {
        const item = round.items.find((one) => one.key === key);
        return [key, item ? shownValue(translate, item, value) : value];
      }),
    );
  const lines: Line[] = [
    ...round.rows.map((row) => ({
      enterpriseId: row.enterpriseId,
      firm: row.enterpriseName,
      kept: shownOf(Object.fromEntries(Object.entries(row.values).map(([key, one]) => [key, one.value]))),
    })),
    ...added.map((firm) => ({ firm, kept: {} })),
  ];
  const textOf = (line: number, key: string): string => entry.typed[`${line} ${key}`] ?? lines[line]?.kept[key] ?? '';
  const sent = lines.flatMap((line, at) => {
    const values = round.items.flatMap((item): [string, string | null][] => {
      const { key } = item;
      const text = textOf(at, key).trim();
      const kept = line.kept[key] ?? '';
      if (text === kept) return [];
      const read = readNumber(text);
      return [[key, text === '' ? null : read.ok ? keptValue(translate, item, read.value) : text]];
    });
    return values.length === 0 && line.enterpriseId
      ? []
      : [
          {
            at,
            body: {
              ...(line.enterpriseId ? { enterpriseId: line.enterpriseId } : { firm: line.firm }),
              values: Object.fromEntries(values),
            },
          },
        ];
  });
  const changes = sent.some(({ at, body }) =>
    Object.keys(body.values).some((key) => lines[at]!.kept[key] !== undefined),
  );
  const faults = verb.error ? problemOf(verb.error).errors : [];
  /** Unreadable values are reported at once, before the server is asked. */
  const unreadOf = (at: number) =>
    round.items.flatMap(({ key }) => {
      const text = textOf(at, key).trim();
      const read = text === '' || text === (lines[at]?.kept[key] ?? '') ? null : readNumber(text);
      return read && !read.ok ? [{ pointer: `/values/${key}`, code: read.code, params: read.facts }] : [];
    });
  const unread = lines.reduce((sum, _, at) => sum + unreadOf(at).length, 0);
  const faultsOf = (at: number) => {
    if (unreadOf(at).length > 0) return unreadOf(at);
    const row = sent.findIndex((one) => one.at === at);
    return row < 0 ? [] : faults.filter(({ pointer }) => pointer.startsWith(`/rows/${row}/`));
  };
  const sheet = useValuesSheet(round.id, (read, clear) => {
    const { cells, firms, faults } = placed(
      { ...read, rows: read.rows.map((row) => ({ ...row, values: shownOf(row.values) })) },
      round.rows.map(({ enterpriseId }) => enterpriseId),
      added,
    );
    setAdded(firms);
    if (source === '') setSource(read.fileName.slice(0, 120));
    entry.fill({ cells, undone: () => (setAdded(added), setSource(source), clear()) });
    return faults;
  });
  const unfixed = sheet.faults.filter(({ cell, value }) => cell === null || entry.typed[cell] === value);
  const leaveOut = () => {
    entry.drop(unfixed.flatMap(({ cell }) => cell ?? []));
    sheet.settle();
  };
  const cellsFrom = (row: number, column: number) => (grid: readonly (readonly string[])[]) => {
    const named = grid.some(([first = '']) => first !== '' && !readNumber(first).ok);
    const cells: Record<string, string> = {};
    const joining = [...added];
    const fill = (line: number, from: number, texts: readonly string[]) =>
      texts.forEach((text, across) => {
        const item = round.items[from + across];
        if (item) cells[`${line} ${item.key}`] = text;
      });
    grid.forEach((texts, down) => {
      if (!named) return void (row + down < lines.length && fill(row + down, column, texts));
      const [name = '', ...values] = texts;
      if (name === '' || values.every((text) => text !== '' && !readNumber(text).ok)) return;
      // An enterprise that joins takes the first line without a name.
      const there = [...round.rows.map(({ enterpriseName }) => enterpriseName), ...joining].indexOf(name);
      const open = joining.indexOf('');
      const place = there >= 0 ? there : round.rows.length + (open >= 0 ? open : joining.length);
      if (there < 0) joining[place - round.rows.length] = name;
      fill(place, 0, values);
    });
    setAdded(joining);
    return { cells, undone: () => setAdded(added) };
  };
  const ids = round.rows.map(({ enterpriseId }) => enterpriseId);
  const held: HeldValues = { added, source, reason, cells: heldCells(entry.typed, ids) };
  const restore = (values: unknown) => {
    const kept = values as HeldValues;
    setAdded(kept.added);
    setSource(kept.source);
    setReason(kept.reason);
    entry.restore(cellsHeld(kept.cells, ids));
  };
  const typed = sent.length > 0 || added.length > 0 || reason !== '';
  const editor = useEditor({ typed, saving: verb.isPending, keepsDraft: true, words: ['values'] });
  return (
    <GridForm
      editor={editor}
      onSave={() =>
        verb.mutate({
          params: { id: round.id },
          body: { source, ...(reason ? { reason } : {}), rows: sent.map(({ body }) => body) },
        })
      }
      kept={{ draft, typed, held, onRestore: restore }}
    >
      <PageHead
        crumbs={[
          { label: translate('classes.title'), to: '/per-mu-classes' },
          { label: translate('classes.roundOf', { year: round.year }), to: `/per-mu-classes/${round.id}` },
        ]}
        title={translate('classes.enter')}
        caption={translate('classes.roundOf', { year: round.year })}
        actions={
          <>
            <SheetButton pending={sheet.pending} onFile={sheet.read} />
            <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          </>
        }
      />
      <Note>{translate('classes.enterNote')}</Note>
      {sheet.error !== null && <ErrorSentence error={sheet.error} />}
      {sheet.found && (
        <SheetFound
          sheet={sheet.found}
          faults={unfixed}
          nameOf={(key) => itemWord(round.items.find((item) => item.key === key) ?? { key, name: key }, translate)}
          onLeaveOut={leaveOut}
        />
      )}
      <Card flush label={translate('classes.enter')}>
        {(entry.pasted || unread > 0) && (
          <div className="cardbody">
            <PastedNote pasted={entry.pasted} unread={unread} />
          </div>
        )}
        <ValuesTable {...{ round, lines, added, setAdded, entry, textOf, faultsOf, cellsFrom }} />
        <div className="cardbody">
          <Button startIcon={<Icon name="plus" />} onClick={() => setAdded([...added, ''])}>
            {translate('classes.addFirm')}
          </Button>
        </div>
      </Card>
      {verb.error !== null && <ErrorSentence error={verb.error} />}
      <div className="row wrap valuesfoot">
        <TextLine label={translate('classes.source')} maxLength={120} value={source} onChange={setSource} />
        {(changes || reason !== '') && (
          <TextLine label={translate('classes.changeReason')} must={changes} value={reason} onChange={setReason} />
        )}
        <Button
          type="submit"
          variant="contained"
          disabled={verb.isPending || sent.length === 0 || unread > 0 || unfixed.length > 0}
        >
          {translate('classes.saveRows', { smart_count: sent.length })}
        </Button>
      </div>
    </GridForm>
  );
}
