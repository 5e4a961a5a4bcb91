import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { UnitHead } from '../parts/tables/UnitHead.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { NONE, showDecimal, showSquareMetres } from '../parts/text/numbers.js';
import { stopsOf } from '../contracts/index.js';
import { useClock } from './useClock.js';

/** The milestones, one per line: planned, extended, reached, and how late. */
export function PrintedStops({ contract, today }: { contract: Contract; today: string }) {
  const translate = useTranslate();
  const clock = useClock();
  return (
    <>
      <h2>{translate('contracts.stops')}</h2>
      <table className="pt">
        <thead>
          <tr>
            {['stop', 'planned', 'extended', 'actual', 'clock'].map((name) => (
              <th key={name}>{translate(`contracts.print.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stopsOf(contract, today).map((stop) => (
            <tr key={stop.kind}>
              <td className="nw">
                <VerdictGlyph verdict={stop.verdict} size={9} /> {translate(`contracts.stop.${stop.kind}`)}
              </td>
              <td>
                {stop.planned ??
                  (stop.kind === 'full-production' && contract.fullProductionYear
                    ? translate('contracts.stop.owedFrom', { year: contract.fullProductionYear })
                    : NONE)}
              </td>
              <td>{stop.extendedTo ?? NONE}</td>
              <td>{stop.actual ?? NONE}</td>
              <td className={stop.verdict === 'breach' ? 'b' : undefined}>{clock(stop) ?? NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The current parcels in both units, with their totals. */
export function PrintedLand({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const land = contract.parcels.filter(({ knownTo }) => knownTo === null);
  if (land.length === 0) return null;
  return (
    <>
      <h2>{translate('contracts.tabs.land')}</h2>
      <table className="pt">
        <thead>
          <tr>
            <th>{translate('contracts.parcel.code')}</th>
            <th>{translate('contracts.parcel.phase')}</th>
            <th>{translate('contracts.parcel.basis')}</th>
            <UnitHead name={translate('contracts.area')} unit={translate('parts.unit.mu')} />
            <UnitHead name={translate('contracts.area')} unit="㎡" />
            <th className="num">{translate('contracts.parcel.entered')}</th>
          </tr>
        </thead>
        <tbody>
          {land.map((parcel) => (
            <tr key={parcel.id}>
              <td>{parcel.code || NONE}</td>
              <td>{parcel.phase || NONE}</td>
              <td>{translate(`contracts.basis.${parcel.basis}`)}</td>
              <td className="num">{showDecimal(parcel.areaMu, 2)}</td>
              <td className="num">{showSquareMetres(parcel.areaMu)}</td>
              <td className="num">
                {showDecimal(parcel.entered.value)} {translate(`contracts.unit.${parcel.entered.unit}`)}
              </td>
            </tr>
          ))}
          {land.length > 1 && (
            <tr className="sum">
              <td colSpan={3}>{translate('contracts.parcel.sum')}</td>
              <td className="num">{showDecimal(contract.areaMu, 2)}</td>
              <td className="num">{showSquareMetres(contract.areaMu)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}
