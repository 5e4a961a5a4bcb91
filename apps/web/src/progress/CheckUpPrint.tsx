import type { CheckUpRow } from '@crm/api-contract/progress';
import { checkUpRules } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { checkUpColumns } from './checkUpColumns.js';
import { shownWords } from './shownWords.js';
import type { CheckUps } from './useProgress.js';
import { useZoneName } from '../providers/zone.js';

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
  const { name: zone } = useZoneName();
  const { limits, counts } = data;
  const counted = checkUpRules
    .map((rule) => `${translate(`progress.checkUp.rules.${rule}`)} ${showDecimal(counts[rule])}`)
    .join(translate('progress.checkUp.join'));
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone,
        what: translate('progress.tabs.check-up'),
      })}
      scope={`${translate('progress.checkUp.printScope', {
        place,
        flag: flag ? translate(`progress.checkUp.rules.${flag}`) : translate('parts.filter.all'),
        said: translate(data.known === 'then' ? 'progress.checkUp.asThen' : 'progress.checkUp.asNow', {
          day: data.asOf,
        }),
      })}${shownWords(data, translate)}`}
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
      <PrintedTable
        className="checkupsheet"
        columns={checkUpColumns(translate)}
        rows={data.rows}
        keyOf={({ projectId }) => projectId}
        foot={
          data.rows.length === 0 && (
            <tr>
              <td colSpan={8}>{translate('progress.checkUp.none')}</td>
            </tr>
          )
        }
      />
    </PrintSheet>
  );
}
