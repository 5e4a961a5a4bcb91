import { useTranslate } from 'ra-core';
import { stopKinds, stopsOf } from '../contracts/index.js';
import { showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { StopCell } from './StopCell.js';
import type { Board } from './useProgress.js';

/** 里程碑 on A4: the current page by enterprise and milestone, with an empty column for notes. */
export function BoardPrint({ data, today, scope }: { data: Board; today: string; scope: string }) {
  const translate = useTranslate();
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone: translate('frame.zone'),
        what: translate('progress.tabs.milestones'),
      })}
      scope={`${scope}·${translate('progress.printShown', { shown: showDecimal(data.data.length), total: showDecimal(data.total) })}`}
      rule={translate('progress.printRule')}
    >
      <table className="pt boardsheet">
        <thead>
          <tr>
            <th>{translate('progress.checkUp.project')}</th>
            {stopKinds.map((one) => (
              <th key={one}>{translate(`contracts.stop.${one}`)}</th>
            ))}
            <th className="wr">{translate('performance.printRemark')}</th>
          </tr>
        </thead>
        <tbody>
          {data.data.map((row) => (
            <tr key={row.contractId}>
              <td>
                {row.projectName}
                <div>{[row.enterpriseShortName || row.enterpriseName, row.parkName].filter(Boolean).join('·')}</div>
              </td>
              {stopsOf(row, today).map((stop) => (
                <td key={stop.kind}>
                  <StopCell stop={stop} size={9} />
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
