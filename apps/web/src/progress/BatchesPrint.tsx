import { batches } from '@crm/domain/progress';
import { useTranslate } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import { PrintSheet } from '../parts/layout/PrintSheet.js';
import { UnitHead } from '../parts/tables/UnitHead.js';
import type { Batches } from './useProgress.js';

/** 四个一批 on A4: the zone and its parks, or industries, with the period before. */
export function BatchesPrint({ data, by, place }: { data: Batches; by: 'parks' | 'industries'; place: string }) {
  const translate = useTranslate();
  const cells = (group: Batches['parks'][number]['batches']) =>
    batches.flatMap((one) => [
      <td key={one} className="num">
        {group[one].count}
      </td>,
      <td key={`${one}-wan`} className="num">
        {group[one].amountWan === '0' ? '' : showWan(translate, group[one].amountWan, 2)}
      </td>,
    ]);
  return (
    <PrintSheet
      title={translate('progress.printTitle', {
        zone: translate('frame.zone'),
        what: translate('progress.tabs.batches'),
      })}
      scope={translate('progress.batches.printScope', { from: data.from, to: data.to, place })}
      rule={translate('progress.batches.printRule')}
    >
      <table className="pt">
        <thead>
          <tr>
            <th>{translate(by === 'parks' ? 'contracts.park' : 'contracts.industry')}</th>
            {batches.flatMap((one) => [
              <UnitHead key={one} name={translate(`progress.batches.of.${one}`)} unit={translate('progress.unit')} />,
              <UnitHead
                key={`${one}-wan`}
                name={translate('progress.batches.amount')}
                unit={translate('parts.unit.wan')}
              />,
            ])}
          </tr>
        </thead>
        <tbody>
          {data[by].map((group) => (
            <tr key={group.key}>
              <td>{group.name}</td>
              {cells(group.batches)}
            </tr>
          ))}
          <tr className="sum">
            <td>{translate('progress.batches.sum')}</td>
            {cells(data.batches)}
          </tr>
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
        </tbody>
      </table>
    </PrintSheet>
  );
}
