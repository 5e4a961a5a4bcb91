import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { boardColumns } from './boardColumns.js';
import type { Board } from './useProgress.js';
import { useZoneName } from '../providers/zone.js';

/** 里程碑 on A4: the current page by enterprise and milestone, with an empty column for notes. */
export function BoardPrint({ data, today, scope }: { data: Board; today: string; scope: string }) {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone,
        what: translate('progress.tabs.milestones'),
      })}
      scope={`${scope}·${translate('progress.printShown', { shown: showDecimal(data.data.length), total: showDecimal(data.total) })}`}
      rule={translate('progress.printRule')}
    >
      <PrintedTable
        className="boardsheet"
        columns={boardColumns(today)}
        rows={data.data}
        keyOf={({ contractId }) => contractId}
      />
    </PrintSheet>
  );
}
