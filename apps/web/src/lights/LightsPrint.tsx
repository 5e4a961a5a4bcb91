import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { MONTHS, lightOf } from './LightGrid.js';
import type { Target } from './useTargets.js';
import { subjectWord, useMonthWord } from './words.js';
import { useZoneName } from '../providers/zone.js';

/** Subject × month on A4: glyph and percent behind; escalations are marked. */
export function LightsPrint({
  targets,
  total,
  year,
  today,
  title,
}: {
  targets: readonly Target[];
  /** of all pages */
  total: number;
  year: number;
  today: string;
  title: string;
}) {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  const monthWord = useMonthWord();
  return (
    <PrintSheet
      title={`${zone}${translate('lights.title')}`}
      scope={translate('lights.printScope', { indicator: title, year, day: today })}
      rule={translate('lights.printRule')}
    >
      {total > targets.length && <p>{translate('lights.printPage', { shown: targets.length, total })}</p>}
      <table className="printed lightsheet">
        <thead>
          <tr>
            <th>{translate('lights.subject')}</th>
            {MONTHS.map((month) => (
              <th key={month} className="num">
                {translate('lights.month', { month: monthWord(month) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.id}>
              <td>{subjectWord(target, translate)}</td>
              {MONTHS.map((month) => {
                const { judged, verdict } = lightOf(target, year, month, today);
                return (
                  <td key={month} className="num">
                    {verdict === 'not-due' ? '·' : <VerdictGlyph verdict={verdict} size={10} />}{' '}
                    {judged?.light && judged.light !== 'green' ? showDecimal(judged.behindPercent, 0) : ''}
                    {judged?.escalates && '!'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
