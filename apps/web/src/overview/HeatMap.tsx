import { useTranslate } from 'ra-core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Area } from '../parts/text/Amounts.js';
import { HeatCell } from '../parts/tables/HeatCell.js';
import { showDecimal, showPercent } from '../parts/text/numbers.js';
import { inTwoColumns, nextPlace, opens, type HeatFact, type HeatGroup, type HeatRow, type Place } from './heat.js';
import { firmName } from '../portfolio/index.js';
import { pressed } from '../parts/keys/keys.js';

/** A cell opens its contract, with the reason if there is only one assessment. */
const cellTo = (row: HeatRow, fact: HeatFact): string =>
  `/contracts/${row.contractId}${fact.assessmentIds[0] ? `?why=${fact.assessmentIds[0]}` : ''}`;

interface Grid {
  groups: readonly HeatGroup[];
  years: readonly number[];
}

/** Enterprise × year in two columns, by park. One tab stop; arrows move, Enter opens. */
export function HeatMap({ groups, years }: Grid) {
  const translate = useTranslate();
  const frame = useRef<HTMLDivElement>(null);
  const rows = groups.flatMap((group) => group.rows);
  const first = rows.findIndex((row) => row.facts.some(opens));
  const [at, setAt] = useState<Place | null>(null);
  const stop: Place | null =
    at && opens(rows[at.row]?.facts[at.column])
      ? at
      : first < 0
        ? null
        : { row: first, column: rows[first]!.facts.findIndex(opens) };

  const onKeyDown = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    if (!cell) return;
    const [row, column] = cell.dataset.place!.split('.').map(Number) as [number, number];
    const next = nextPlace(rows, { row, column }, pressed(event));
    if (!next) return;
    event.preventDefault();
    setAt(next);
    frame.current?.querySelector<HTMLElement>(`[data-place="${next.row}.${next.column}"] a`)?.focus();
  };

  const [left, right] = inTwoColumns(groups);
  const lines = new Map(rows.map((row, index) => [row.contractId, index]));
  const side = (part: readonly HeatGroup[], name: string) => (
    <table className="plain heat" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{translate('overview.park')}</th>
          <th scope="col">{translate('overview.firm')}</th>
          <th scope="col" className="num">
            {translate('parts.unit.mu')}
          </th>
          {years.map((year) => (
            <th key={year} scope="col" className="centred">
              {year}
            </th>
          ))}
        </tr>
      </thead>
      {part.map((group) => (
        <tbody key={group.park}>
          {group.rows.map((row, position) => {
            const line = lines.get(row.contractId)!;
            return (
              <tr key={row.contractId}>
                {position === 0 && (
                  <th scope="rowgroup" rowSpan={group.rows.length} className="pk">
                    {group.park}
                  </th>
                )}
                <td className="fn">
                  <span title={`${row.enterpriseName} ${row.projectName}`}>{firmName(row)}</span>
                </td>
                <td className="num ar">
                  <Area mu={row.areaMu} bare />
                </td>
                {row.facts.map((fact, column) => (
                  <td key={years[column]} data-place={`${line}.${column}`}>
                    {opens(fact) ? (
                      <HeatCell
                        verdict={fact.verdict}
                        percent={
                          fact.lowestAttainmentPercent === null ? null : showDecimal(fact.lowestAttainmentPercent, 0)
                        }
                        to={cellTo(row, fact)}
                        tabIndex={stop?.row === line && stop.column === column ? 0 : -1}
                        sentence={translate(
                          fact.lowestAttainmentPercent === null ? 'overview.cellNoData' : 'overview.cell',
                          {
                            firm: row.enterpriseName,
                            year: fact.year,
                            percent: showPercent(fact.lowestAttainmentPercent),
                            whole: showPercent(fact.lowestAttainmentPercent, 0),
                          },
                        )}
                      />
                    ) : (
                      <HeatCell
                        verdict="not-due"
                        sentence={translate('overview.cellNoData', {
                          firm: row.enterpriseName,
                          year: years[column],
                        })}
                      />
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
  return (
    <div className="heats" ref={frame} onKeyDown={onKeyDown}>
      {side(left, translate('overview.heatLeft'))}
      {right.length > 0 && side(right, translate('overview.heatRight'))}
    </div>
  );
}
