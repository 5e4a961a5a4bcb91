import type { ApprovalInFull } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import { NONE, showPercent } from '../parts/text/numbers.js';
import { Hint } from '../parts/marks/Hint.js';
import { UnitHead } from '../parts/tables/UnitHead.js';

interface Asked {
  indicator: string;
  perMuWan: string | null;
  totalWan: string;
  standardPerMuWan: string | null;
  percentOfStandard: string | null;
  belowStandard: boolean;
}

/** What is promised against the standard, as it stood when approval was asked for. */
export function PromisesAsked({ promises }: { promises: ApprovalInFull['payload'][string] | undefined }) {
  const translate = useTranslate();
  const rows = Array.isArray(promises) ? (promises as unknown as Asked[]) : [];
  if (rows.length === 0) return null;
  return (
    <div className="scrollx">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{translate('actuals.indicator')}</th>
            <UnitHead name={translate('approvals.promised')} unit={translate('parts.unit.perMu')} />
            <UnitHead name={translate('contracts.standard')} unit={translate('parts.unit.perMu')} />
            <UnitHead name={translate('approvals.ofStandard')} unit="%" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.indicator}>
              <th scope="row">{translate(`performance.short.${row.indicator}`)}</th>
              <td className="num">{row.perMuWan === null ? NONE : showWan(translate, row.perMuWan, 2)}</td>
              <td className="num">{row.standardPerMuWan === null ? NONE : showWan(translate, row.standardPerMuWan)}</td>
              <td className="num">
                {row.belowStandard ? (
                  <Hint verdict="warning">{showPercent(row.percentOfStandard, 2)}</Hint>
                ) : (
                  showPercent(row.percentOfStandard, 2)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
