import { useTranslate } from 'ra-core';
import { Money } from '../../parts/Amounts.js';
import { Card } from '../../parts/Card.js';
import { EmptyState } from '../../parts/Waiting.js';
import type { PanelProps } from './panel.js';

/** 扶持兑付: what was paid out, from which a pro-rata claw-back is reckoned. */
export function SupportTable({ contract }: PanelProps) {
  const translate = useTranslate();
  if (contract.support.length === 0) {
    return (
      <Card>
        <EmptyState icon="scales" title={translate('contracts.support.none')} why={translate('contracts.support.noneWhy')} />
      </Card>
    );
  }
  return (
    <Card flush>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{translate('contracts.support.paidOn')}</th>
            <th scope="col" className="num">
              {translate('contracts.support.paid')}
              <br />
              {translate('parts.unit.wan')}
            </th>
            <th scope="col">{translate('contracts.support.note')}</th>
          </tr>
        </thead>
        <tbody>
          {contract.support.map((payment) => (
            <tr key={payment.id}>
              <td>{payment.paidOn}</td>
              <td className="num">
                <Money wan={payment.paidWan} unit="wan" bare />
              </td>
              <td className="t-2">{payment.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
