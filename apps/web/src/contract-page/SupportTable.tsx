import { isLive } from '@crm/domain/contracts';
import { useTranslate } from 'ra-core';
import { Money } from '../parts/text/Amounts.js';
import { TableCard } from '../parts/tables/TableCard.js';
import { useCan } from '../providers/abilities.js';
import type { PanelProps } from '../contracts/index.js';

/** 扶持兑付: the support paid, the basis of a pro-rata claw-back. */
export function SupportTable({ contract, go }: PanelProps) {
  const translate = useTranslate();
  const may = useCan('decide', 'Contract') && isLive(contract.status);
  return (
    <TableCard
      title={translate('contracts.support.payments')}
      answer={{ data: contract.support, error: null, refetch: () => undefined }}
      columns={[
        translate('contracts.support.paidOn'),
        [translate('contracts.support.paid'), translate('parts.unit.wan')],
        translate('contracts.support.note'),
      ]}
      none={{ icon: 'scales', title: translate('contracts.support.none'), why: translate('contracts.support.noneWhy') }}
      add={may && { label: translate('contracts.action.support'), onClick: () => go({ support: '1' }) }}
    >
      {(payments) =>
        payments.map((payment) => (
          <tr key={payment.id}>
            <td className="nw">{payment.paidOn}</td>
            <td className="num">
              <Money wan={payment.paidWan} unit="wan" bare />
            </td>
            <td className="t-2">{payment.note}</td>
          </tr>
        ))
      }
    </TableCard>
  );
}
