import { batches } from '@crm/domain/progress';
import { useTranslate } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import type { RecordColumn } from '../parts/tables/columns.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import type { BatchGroup, Grouping } from './batchColumns.js';
import type { Batches } from './useProgress.js';
import { useZoneName } from '../providers/zone.js';

interface Props {
  data: Batches;
  by: Grouping;
  columns: readonly RecordColumn<BatchGroup>[];
  place: string;
}

/** 四个一批 on A4: the zone and its parks, or industries, with the period before. */
export function BatchesPrint({ data, by, columns, place }: Props) {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone,
        what: translate('progress.tabs.batches'),
      })}
      scope={translate('progress.batches.printScope', { from: data.from, to: data.to, place })}
      rule={translate('progress.batches.printRule')}
    >
      <PrintedTable
        columns={columns}
        rows={data[by]}
        keyOf={({ key }) => key}
        foot={
          <tr>
            <td>{translate('progress.batches.periodBefore', { from: data.before.from, to: data.before.to })}</td>
            {batches.flatMap((one) => [
              <td key={one} className="num">
                {data.batches[one].before.count}
              </td>,
              <td key={`${one}-wan`} className="num">
                {showWan(translate, data.batches[one].before.amountWan, 2)}
              </td>,
            ])}
          </tr>
        }
      />
    </PrintSheet>
  );
}
