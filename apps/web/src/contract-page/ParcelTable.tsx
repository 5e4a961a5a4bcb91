import type { AreaUnit } from '@crm/domain/quantities';
import { useTranslate } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { SumRow } from '../parts/layout/Waiting.js';
import { NONE, showDecimal, showSquareMetres } from '../parts/text/numbers.js';
import type { PanelProps } from '../contracts/index.js';

/**
 * 宗地: granted, used or leased, as entered, in 亩 and in ㎡; parcels that a supplement returned or measured again stay,
 * marked.
 */
export default function ParcelTable({ contract }: PanelProps) {
  const translate = useTranslate();
  const mu = translate('parts.unit.mu');
  const phased = contract.parcels.some(({ phase }) => phase !== '');
  return (
    <TableCard
      title={translate('contracts.tabs.land')}
      answer={{ data: contract.parcels, error: null, refetch: () => undefined }}
      columns={[
        translate('contracts.parcel.code'),
        phased && translate('contracts.parcel.phase'),
        translate('contracts.parcel.basis'),
        [translate('contracts.area'), mu],
        [translate('contracts.area'), '㎡'],
        translate('contracts.parcel.entered'),
      ]}
      none={{ icon: 'grid', title: translate('contracts.parcel.none'), why: translate('contracts.parcel.noneWhy') }}
    >
      {(parcels) => (
        <>
          {parcels.map((parcel) => (
            <tr key={parcel.id} className={parcel.knownTo === null ? undefined : 'past'}>
              <th scope="row">
                {parcel.code || NONE} {parcel.knownTo !== null && <Tag>{translate('contracts.parcel.past')}</Tag>}
              </th>
              {phased && <td>{parcel.phase || NONE}</td>}
              <td className="nw">{translate(`contracts.basis.${parcel.basis}`)}</td>
              <td className="num">{showDecimal(parcel.areaMu, 2)}</td>
              <td className="num t-2">{showSquareMetres(parcel.areaMu)}</td>
              <td className="t-2 nw">
                {showDecimal(parcel.entered.value)} {translate(`contracts.unit.${parcel.entered.unit as AreaUnit}`)}
              </td>
            </tr>
          ))}
          {parcels.length > 1 && (
            <SumRow>
              <th scope="row" colSpan={phased ? 3 : 2}>
                {translate('contracts.parcel.sum')}
              </th>
              <td className="num">{showDecimal(contract.areaMu, 2)}</td>
              <td className="num">{showSquareMetres(contract.areaMu)}</td>
              <td />
            </SumRow>
          )}
        </>
      )}
    </TableCard>
  );
}
