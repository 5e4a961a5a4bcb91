import { useTranslate } from 'ra-core';
import { Card } from '../../parts/Card.js';
import { NONE, showDecimal, showSquareMetres } from '../../parts/numbers.js';
import type { PanelProps } from './panel.js';

/** 宗地: what was granted, used or leased, as it was entered and in 亩. */
export default function ParcelTable({ contract }: PanelProps) {
  const translate = useTranslate();
  return (
    <Card flush>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{translate('contracts.parcel.code')}</th>
            <th scope="col">{translate('contracts.parcel.phase')}</th>
            <th scope="col">{translate('contracts.parcel.basis')}</th>
            <th scope="col" className="num">
              {translate('contracts.area')}
              <br />
              {translate('parts.unit.mu')}
            </th>
            <th scope="col" className="num">
              {translate('contracts.area')}
              <br />㎡
            </th>
            <th scope="col">{translate('contracts.parcel.entered')}</th>
          </tr>
        </thead>
        <tbody>
          {contract.parcels.map((parcel) => (
            <tr key={parcel.id}>
              <th scope="row">{parcel.code || NONE}</th>
              <td>{parcel.phase || NONE}</td>
              <td>{translate(`contracts.basis.${parcel.basis}`)}</td>
              <td className="num">{showDecimal(parcel.areaMu, 2)}</td>
              <td className="num t-2">{showSquareMetres(parcel.areaMu)}</td>
              <td className="t-2">
                {showDecimal(parcel.entered.value)} {translate(`contracts.unit.${parcel.entered.unit}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
