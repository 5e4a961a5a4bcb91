import { useTranslate } from 'ra-core';
import { showDecimal } from '../parts/text/numbers.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { landGlyphs, landSaid } from './landWords.js';
import type { IdleLand } from './useProgress.js';

/** 闲置土地 on A4: since when land is idle and what follows when, with an empty column for notes. */
export function LandPrint({ data, place, state }: { data: IdleLand; place: string; state: string | undefined }) {
  const translate = useTranslate();
  return (
    <PrintSheet
      title={translate('progress.printTitle', { zone: translate('frame.zone'), what: translate('progress.tabs.land') })}
      scope={translate('progress.land.printScope', {
        place,
        state: translate(state ? `progress.land.states.${state}` : 'progress.land.open'),
        day: data.asOf,
      })}
      rule={translate('progress.land.printRule')}
    >
      <table className="pt landsheet">
        <thead>
          <tr>
            <th>{translate('progress.checkUp.project')}</th>
            <UnitHead name={translate('contracts.area')} unit={translate('parts.unit.mu')} />
            <th>{translate('progress.land.grantedHead')}</th>
            <UnitHead name={translate('progress.land.idleHead')} unit={translate('progress.land.days')} />
            <th>{translate('progress.land.state')}</th>
            <th>{translate('progress.land.follows')}</th>
            <th className="wr">{translate('performance.printRemark')}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.contractId}>
              <td>
                {row.projectName}
                <div>{[row.enterpriseShortName || row.enterpriseName, row.parkName].filter(Boolean).join('·')}</div>
              </td>
              <td className="num">{showDecimal(row.areaMu, 2)}</td>
              <td className="nw">{row.landGrantedOn}</td>
              <td className="num">{showDecimal(row.idleDays)}</td>
              <td className="nw">
                <VerdictGlyph verdict={landGlyphs[row.state]} size={9} />{' '}
                {translate(`progress.land.states.${row.state}`)}
              </td>
              <td>{landSaid(row, translate)}</td>
              <td />
            </tr>
          ))}
          {data.rows.length === 0 && (
            <tr>
              <td colSpan={7}>{translate('progress.land.none')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </PrintSheet>
  );
}
