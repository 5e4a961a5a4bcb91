import { useTranslate } from 'ra-core';
import { firmName, type Question, useDecisions } from '../portfolio/index.js';
import { sayQuantity } from '../reference/quantities.js';
import { NONE, showPercent } from '../parts/text/numbers.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';

/** A sheet for decisions shows the most serious ones only. */
const DECISIONS = 20;

/** 3. Waiting for a decision, with an empty column for it. */
export function PrintedDecisions({ question }: { question: Question }) {
  const translate = useTranslate();
  const { data } = useDecisions(question);
  if (!data || data.rows.length === 0) return null;
  const shown = data.rows.slice(0, DECISIONS);
  return (
    <>
      <h2>
        {translate('performance.printDecisions')}{' '}
        <small>{translate('performance.printDecisionsCaption', { total: data.total, shown: shown.length })}</small>
      </h2>
      <table className="pt dz">
        <thead>
          <tr>
            <th>{translate('performance.printNo')}</th>
            <th>{translate('performance.firm')}</th>
            <th>{translate('performance.park')}</th>
            <th>{translate('performance.printVerdict')}</th>
            <th>{translate('performance.printCase')}</th>
            <th className="num">{translate('performance.printGap')}</th>
            <th className="wr">{translate('performance.printRemark')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={row.contractId}>
              <td>{index + 1}</td>
              <td>{firmName(row)}</td>
              <td>{row.parkName}</td>
              <td className="nw">
                <VerdictGlyph verdict={row.verdict} size={9} /> {translate(`parts.verdict.${row.verdict}`)}
              </td>
              <td>
                {row.verdict === 'no-data'
                  ? translate('performance.notReported', { year: row.year })
                  : translate('performance.attained', {
                      year: row.year,
                      indicator: translate(`performance.short.${row.indicator}`),
                      percent: showPercent(row.attainmentPercent, 0),
                    })}
              </td>
              <td className="num">
                {row.shortfall === null ? NONE : sayQuantity(translate, row.unit, row.shortfall, 2)}
              </td>
              <td className="wr" />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
