import { useTranslate } from 'ra-core';
import type { ComponentProps } from 'react';
import { FaultHints } from '../parts/fields/FaultHints.js';
import type { usePastedCells } from '../parts/fields/usePastedCells.js';
import { ScrollX } from '../parts/tables/ScrollX.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { itemWord, type Round, unitWord } from './useRounds.js';

/** An enterprise of the round, or a typed or pasted one that the server finds by name or credit code. */
export interface Line {
  enterpriseId?: string;
  firm: string;
  kept: Readonly<Record<string, string>>;
}

type Entry = ReturnType<typeof usePastedCells>;

interface Props {
  round: Round;
  lines: readonly Line[];
  /** Names of the enterprises that join. */
  added: readonly string[];
  setAdded: (names: string[]) => void;
  entry: Entry;
  textOf: (line: number, key: string) => string;
  faultsOf: (line: number) => ComponentProps<typeof FaultHints>['faults'];
  /** Where a pasted grid goes that begins at this row and column. */
  cellsFrom: (row: number, column: number) => Parameters<Entry['paste']>[1];
}

/** The grid itself: a line for each enterprise, a field for each item. */
export function ValuesTable({ round, lines, added, setAdded, entry, textOf, faultsOf, cellsFrom }: Props) {
  const translate = useTranslate();
  return (
    <ScrollX label={translate('classes.enter')}>
      <table className="plain valuerows" onKeyDown={entry.onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{translate('classes.firm')}</th>
            {round.items.map((item) => (
              <UnitHead key={item.key} name={itemWord(item, translate)} unit={unitWord(item, translate)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.enterpriseId ?? `new ${at}`}>
              <th scope="row">
                {line.enterpriseId ? (
                  line.firm
                ) : (
                  <input
                    className="field name"
                    required
                    aria-label={translate('classes.newFirm')}
                    placeholder={translate('classes.newFirm')}
                    value={line.firm}
                    onChange={(event) =>
                      setAdded(added.map((firm, own) => (own === at - round.rows.length ? event.target.value : firm)))
                    }
                    onPaste={(event) => entry.paste(event, cellsFrom(at, 0))}
                  />
                )}
                <FaultHints faults={faultsOf(at)} />
              </th>
              {round.items.map((item, column) => (
                <td key={item.key}>
                  <input
                    className="field figure"
                    inputMode="decimal"
                    aria-label={`${line.firm} ${itemWord(item, translate)}`}
                    value={textOf(at, item.key)}
                    aria-invalid={faultsOf(at).some(({ pointer }) => pointer.endsWith(`/${item.key}`))}
                    onChange={(event) => entry.type(`${at} ${item.key}`, event.target.value)}
                    onPaste={(event) => entry.paste(event, cellsFrom(at, column))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
