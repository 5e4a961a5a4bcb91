import type { CheckUpRow } from '@crm/api-contract/progress';
import { checkUpRules } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import { NONE, showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { flagSaid, glyphOf, plainPercent } from './flagWords.js';
import type { CheckUps } from './useProgress.js';

/**
 * 项目体检 on A4: the limits it goes by, every flagged project with its rule and number, an empty column for the word of
 * whoever decides.
 */
export function CheckUpPrint({
  data,
  place,
  flag,
}: {
  data: CheckUps;
  place: string;
  flag: CheckUpRow['flags'][number]['rule'] | undefined;
}) {
  const translate = useTranslate();
  const { limits, counts } = data;
  const counted = checkUpRules
    .map((rule) => `${translate(`progress.checkUp.rules.${rule}`)} ${showDecimal(counts[rule])}`)
    .join(translate('progress.checkUp.join'));
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone: translate('frame.zone'),
        what: translate('progress.tabs.check-up'),
      })}
      scope={translate('progress.checkUp.printScope', {
        place,
        flag: flag ? translate(`progress.checkUp.rules.${flag}`) : translate('parts.filter.all'),
        said: translate(data.known === 'then' ? 'progress.checkUp.asThen' : 'progress.checkUp.asNow', {
          day: data.asOf,
        }),
      })}
      basis={translate('progress.checkUp.printCounts', {
        flagged: showDecimal(data.flagged),
        examined: showDecimal(data.examined),
        counts: counted,
      })}
      rule={translate('progress.checkUp.printRule', {
        monthsToStart: limits.monthsToStart,
        monthsToFirstMoney: limits.monthsToFirstMoney,
        leastPercent: limits.leastPercent,
        monthsBetweenMoney: limits.monthsBetweenMoney,
      })}
    >
      <table className="pt checkupsheet">
        <thead>
          <tr>
            <th>{translate('progress.checkUp.project')}</th>
            <th>{translate('progress.checkUp.signedHead')}</th>
            <th>{translate('progress.checkUp.startedHead')}</th>
            <UnitHead name={translate('progress.checkUp.amount')} unit={translate('parts.unit.wan')} />
            <UnitHead name={translate('progress.checkUp.arrived')} unit={translate('parts.unit.wan')} />
            <th className="num">%</th>
            <th>{translate('progress.checkUp.flag')}</th>
            <th className="wr">{translate('performance.printRemark')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.projectId}>
              <td>
                {row.projectName}
                <div>
                  {[row.enterpriseShortName || row.enterpriseName, row.parkName, row.officerName]
                    .filter(Boolean)
                    .join('·')}
                </div>
              </td>
              <td className="nw">{row.projectSignedOn}</td>
              <td className="nw">{row.startedOn ?? NONE}</td>
              <td className="num">{showWan(translate, row.amountWan, 2)}</td>
              <td className="num">{showWan(translate, row.arrivedWan, 2)}</td>
              <td className="num">{row.arrivedPercent === null ? NONE : plainPercent(row.arrivedPercent)}</td>
              <td>
                {row.flags.map((one) => (
                  <div key={one.rule}>
                    <VerdictGlyph verdict={glyphOf(one)} size={9} />{' '}
                    <b>{translate(`progress.checkUp.rules.${one.rule}`)}</b> {flagSaid(one, row, translate)}
                  </div>
                ))}
              </td>
              <td />
            </tr>
          ))}
          {data.rows.length === 0 && (
            <tr>
              <td colSpan={8}>{translate('progress.checkUp.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </PrintSheet>
  );
}
