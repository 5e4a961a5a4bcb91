import type { IdleLandState } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { PrintedTable } from '../parts/tables/PrintedTable.js';
import { landColumns } from './landColumns.js';
import { shownWords } from './shownWords.js';
import type { IdleLand } from './useProgress.js';
import { useZoneName } from '../providers/zone.js';

/** 闲置土地 on A4: since when land is idle and what follows when, with an empty column for notes. */
export function LandPrint({ data, place, state }: { data: IdleLand; place: string; state: IdleLandState | undefined }) {
  const translate = useTranslate();
  const { name: zone } = useZoneName();
  return (
    <PrintSheet
      title={translate('progress.printTitle', { zone, what: translate('progress.tabs.land') })}
      scope={`${translate('progress.land.printScope', {
        place,
        state: translate(state ? `progress.land.states.${state}` : 'progress.land.open'),
        day: data.asOf,
      })}${shownWords(data, translate)}`}
      rule={translate('progress.land.printRule')}
    >
      <PrintedTable
        className="landsheet"
        columns={landColumns(translate)}
        rows={data.rows}
        keyOf={({ contractId }) => contractId}
        foot={
          data.rows.length === 0 && (
            <tr>
              <td colSpan={7}>{translate('progress.land.none')}</td>
            </tr>
          )
        }
      />
    </PrintSheet>
  );
}
