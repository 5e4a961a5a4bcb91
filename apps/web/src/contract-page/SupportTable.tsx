import { contracts } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Money } from '../parts/text/Amounts.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { useMay } from '../providers/abilities.js';
import type { PanelProps } from '../contracts/index.js';

/** 扶持兑付: the support paid, the basis of a pro-rata claw-back. */
export function SupportTable({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const may = useMay()(contracts.paySupport, contract) && isLive(contract.status);
  return (
    <TableCard<Contract['support'][number]>
      name="support-payments"
      title={translate('contracts.support.payments')}
      answer={{ data: contract.support, error: null, refetch: () => undefined }}
      columns={[
        { source: 'paidOn', label: 'contracts.support.paidOn', className: 'nowrap', cell: ({ paidOn }) => paidOn },
        {
          source: 'paidWan',
          label: 'contracts.support.paid',
          unit: 'parts.unit.wan',
          number: true,
          cell: ({ paidWan }) => <Money wan={paidWan} unit="wan" bare />,
        },
        { source: 'note', label: 'contracts.support.note', className: 'quiet', cell: ({ note }) => note },
      ]}
      none={{ icon: 'scales', title: translate('contracts.support.none'), why: translate('contracts.support.noneWhy') }}
      add={may && { label: translate('contracts.action.support'), onClick: () => go({ support: '1' }) }}
    />
  );
}
