import type { Contract } from '@crm/api-contract/contracts';
import type { AreaUnit } from '@crm/domain/quantities';
import { useTranslate } from 'ra-core';
import { Tag } from '../parts/marks/Tag.js';
import { TableCard, pastRow } from '../parts/tables/TableCard.js';
import { NONE, showDecimal, showSquareMetres } from '../parts/text/numbers.js';
import type { PanelProps } from '../contracts/index.js';

type Parcel = Contract['parcels'][number];

/**
 * 宗地: granted, used or leased, as entered, in 亩 and in ㎡; parcels that a supplement returned or measured again stay,
 * marked.
 */
export default function ParcelTable({ contract }: PanelProps) {
  const translate = useTranslate();
  const phased = contract.parcels.some(({ phase }) => phase !== '');
  const several = contract.parcels.length > 1;
  return (
    <TableCard<Parcel>
      name="parcels"
      title={translate('contracts.tabs.land')}
      answer={{ data: contract.parcels, error: null, refetch: () => undefined }}
      rowSx={({ knownTo }) => (knownTo === null ? {} : pastRow)}
      columns={[
        {
          source: 'code',
          label: 'contracts.parcel.code',
          cell: ({ code, knownTo }) => (
            <>
              {code || NONE} {knownTo !== null && <Tag>{translate('contracts.parcel.past')}</Tag>}
            </>
          ),
          sum: several ? translate('contracts.parcel.sum') : null,
        },
        phased && {
          source: 'phase',
          label: 'contracts.parcel.phase',
          joined: true,
          cell: ({ phase }) => phase || NONE,
        },
        {
          source: 'basis',
          label: 'contracts.parcel.basis',
          className: 'nowrap',
          joined: true,
          cell: ({ basis }) => translate(`contracts.basis.${basis}`),
        },
        {
          source: 'areaMu',
          label: 'contracts.area',
          unit: 'parts.unit.mu',
          number: true,
          cell: ({ areaMu }) => showDecimal(areaMu, 2),
          sum: several ? showDecimal(contract.areaMu, 2) : null,
        },
        {
          source: 'areaSqm',
          label: 'contracts.area',
          unit: '㎡',
          number: true,
          className: 'quiet',
          cell: ({ areaMu }) => showSquareMetres(areaMu),
          sum: several ? showSquareMetres(contract.areaMu) : null,
        },
        {
          source: 'entered',
          label: 'contracts.parcel.entered',
          className: 'quiet nowrap',
          cell: ({ entered }) =>
            `${showDecimal(entered.value)} ${translate(`contracts.unit.${entered.unit as AreaUnit}`)}`,
        },
      ]}
      none={{ icon: 'grid', title: translate('contracts.parcel.none'), why: translate('contracts.parcel.noneWhy') }}
    />
  );
}
