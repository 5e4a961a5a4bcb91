import type { Contract, ContractPromise } from '@crm/api-contract/contracts';
import { isPerMu } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { showWan } from '../../parts/text/money.js';
import { NONE, showDecimal } from '../../parts/text/numbers.js';
import { PerMuGauge } from '../../parts/marks/PerMuGauge.js';
import { Hint } from '../../parts/marks/Hint.js';
import { UnitHead } from '../../parts/tables/UnitHead.js';
import { promisedInWords } from './quantities.js';

/** Before the first assessment: the commitments, and the standard that would be stored with the contract. */
export function PromisesAlone({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const head = (name: string, unit: string) => <UnitHead name={translate(name)} unit={unit} />;
  return (
    <div className="scrollx">
      <table className="plain promises">
        <thead>
          <tr>
            <th scope="col">{translate('promises.indicator')}</th>
            {head('promises.promised', translate('parts.unit.perMu'))}
            {head('promises.total', translate('parts.unit.wan'))}
            {head('promises.standard', translate('parts.unit.perMu'))}
            {head('promises.ofStandard', '%')}
            <th aria-hidden />
            <th scope="col">{translate('promises.owedFrom')}</th>
            {head('promises.tolerance', '%')}
            <th scope="col">{translate('promises.clause')}</th>
          </tr>
        </thead>
        <tbody>
          {contract.commitments.map((promise) => (
            <tr key={promise.commitmentId}>
              <th scope="row">{translate(`indicators.name.${promise.indicator}`)}</th>
              {isPerMu(promise.indicator) ? (
                <AgainstStandard promise={promise} />
              ) : (
                <td colSpan={5} className="strong">
                  {promisedInWords(translate, promise, promise.total)}
                </td>
              )}
              <td className="nowrap">{promise.dueOn ?? promise.fromYear ?? contract.fullProductionYear ?? NONE}</td>
              <td className="num quiet">{showDecimal(promise.tolerancePercent)}</td>
              <td className="quiet">{promise.clause ?? NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AgainstStandard({ promise }: { promise: ContractPromise }) {
  const translate = useTranslate();
  return (
    <>
      <td className={promise.master === 'per-mu' ? 'num strong' : 'num quiet'}>
        {showWan(translate, promise.perMuWan, 2)}
      </td>
      <td className={promise.master === 'total' ? 'num strong' : 'num quiet'}>{showWan(translate, promise.total)}</td>
      <td className="num quiet">
        {promise.standardPerMuWan === null
          ? translate('parts.gauge.notSet')
          : showWan(translate, promise.standardPerMuWan)}
      </td>
      <td className="num">
        {showDecimal(promise.percentOfStandard, 2)}
        {promise.belowStandard && (
          <div>
            <Hint verdict="warning">{translate('contracts.belowStandard')}</Hint>
          </div>
        )}
      </td>
      <td className="barcell">
        <PerMuGauge thin promised={promise.perMuWan} standard={promise.standardPerMuWan} />
      </td>
    </>
  );
}
