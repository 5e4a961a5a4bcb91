import { useTranslate } from 'ra-core';
import { firmName, type Question, useHeatMap } from '../portfolio/index.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { inGroups, inTwoColumns, opens, yearsShown } from './heat.js';

/** 2. Enterprise × year: hatch, edge and glyph instead of colour. The first page, with the number of all rows. */
export function PrintedHeat({ question }: { question: Question }) {
  const translate = useTranslate();
  const { data } = useHeatMap(question, 1);
  if (!data) return null;
  const years = yearsShown(data, question.year);
  return (
    <>
      <h2>
        {translate('overview.printHeat')} <small>{translate('overview.printHeatCaption')}</small>{' '}
        {data.truncated && (
          <small>
            {translate('overview.heatTruncated', {
              shown: showDecimal(data.rows.length),
              total: showDecimal(data.total),
            })}
          </small>
        )}
        <span className="lg">
          {(['met', 'warning', 'breach', 'no-data', 'waived', 'not-due'] as const).map((verdict) => (
            <span key={verdict}>
              {verdict === 'not-due' ? '·' : <VerdictGlyph verdict={verdict} size={9} />}{' '}
              {translate(`parts.verdict.${verdict}`)}
            </span>
          ))}
        </span>
      </h2>
      <div className="ph2">
        {inTwoColumns(inGroups(data.rows, years)).map((side, index) => (
          <table key={index} className="ph">
            <thead>
              <tr>
                <th>{translate('overview.park')}</th>
                <th>{translate('overview.firm')}</th>
                {years.map((year) => (
                  <th key={year}>{year}</th>
                ))}
              </tr>
            </thead>
            {side.map((group) => (
              <tbody key={group.park}>
                {group.rows.map((row, position) => (
                  <tr key={row.contractId}>
                    {position === 0 && (
                      <td className="pk" rowSpan={group.rows.length}>
                        {group.park}
                      </td>
                    )}
                    <td className="fn">{firmName(row)}</td>
                    {row.facts.map((fact, column) => (
                      <td key={years[column]} className={`h ${opens(fact) ? fact.verdict : 'not-due'}`}>
                        {opens(fact) ? (
                          <>
                            <VerdictGlyph verdict={fact.verdict} size={9} />
                            <span>
                              {fact.lowestAttainmentPercent === null
                                ? NONE
                                : showDecimal(fact.lowestAttainmentPercent, 0)}
                            </span>
                          </>
                        ) : (
                          '·'
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        ))}
      </div>
    </>
  );
}
