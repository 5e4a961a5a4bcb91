import { useTranslate } from 'ra-core';
import type { ComponentProps } from 'react';
import { FaultHints } from '../parts/fields/FaultHints.js';
import type { usePastedCells } from '../parts/fields/usePastedCells.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import type { Subject } from './useTargets.js';

export const KINDS = ['plan', 'actual'] as const;
export type Kind = (typeof KINDS)[number];
export const keyOf = (subject: Subject, kind: Kind): string =>
  `${subject.subjectKind} ${subject.subjectId ?? ''} ${kind}`;

type Entry = ReturnType<typeof usePastedCells>;

interface Props {
  subjects: readonly Subject[];
  entry: Entry;
  textOf: (subject: Subject, kind: Kind) => string;
  faultsOf: (subject: Subject) => ComponentProps<typeof FaultHints>['faults'];
  /** Where a pasted grid goes that begins at this row and column. */
  cellsFrom: (row: number, column: number) => Parameters<Entry['paste']>[1];
}

/** The grid itself: a line for each subject, plan and actual since January. */
export function EnterTable({ subjects, entry, textOf, faultsOf, cellsFrom }: Props) {
  const translate = useTranslate();
  return (
    <table className="plain enterrows" onKeyDown={entry.onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{translate('lights.subject')}</th>
          {KINDS.map((kind) => (
            <UnitHead key={kind} name={translate(`lights.${kind}`)} unit={translate('lights.sinceJanuary')} />
          ))}
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject, row) => (
          <tr key={keyOf(subject, 'plan')}>
            <th scope="row">
              {subject.name}
              <FaultHints faults={faultsOf(subject)} />
            </th>
            {KINDS.map((kind, column) => (
              <td key={kind}>
                <input
                  className="field figure"
                  inputMode="decimal"
                  aria-label={`${subject.name} ${translate(`lights.${kind}`)}`}
                  value={textOf(subject, kind)}
                  aria-invalid={faultsOf(subject).some(({ pointer }) => pointer.includes(kind))}
                  onChange={(event) => entry.type(keyOf(subject, kind), event.target.value)}
                  onPaste={(event) => entry.paste(event, cellsFrom(row, column))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
