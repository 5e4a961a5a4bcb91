import type { ContractPromise } from '@crm/api-contract/contracts';
import { indicatorRules, isPerMu } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { TextInput } from 'react-admin';
import { DayInput } from '../parts/fields/DayInput.js';
import { PromiseFields, withUnit, QuantityInput, RampFields } from '../commitments/index.js';
import { ExactInput } from '../parts/fields/AmountInput.js';

/** Everything a supplement may change in a commitment: amount, tolerance, due day, ramp, clause. */
export function PromiseChange({ promise, areaMu }: { promise: ContractPromise; areaMu: string | null }) {
  const translate = useTranslate();
  const at = (field: string): string => ['promises', promise.indicator, field].join('.');
  const { cumulative } = indicatorRules[promise.indicator];
  return (
    <div className="stack">
      {isPerMu(promise.indicator) ? (
        <PromiseFields
          prefix={`promises.${promise.indicator}`}
          indicator={promise.indicator}
          areaMu={areaMu}
          standardPerMuWan={promise.standardPerMuWan}
        />
      ) : (
        <QuantityInput indicator={promise.indicator} source={at('total')} label={withUnit(translate, promise)} />
      )}
      <div className="pair">
        <ExactInput
          source={at('tolerancePercent')}
          label={translate('promises.tolerance')}
          unit="promises.percent"
          hint={translate('promises.toleranceHint')}
        />
        {cumulative ? (
          <DayInput
            source={at('dueOn')}
            label={translate('supplements.fact.dueOn')}
            helperText={translate('supplements.dueHint')}
          />
        ) : (
          <ExactInput
            source={at('fromYear')}
            label={translate('supplements.fact.fromYear')}
            unit="contracts.form.yearUnit"
            hint={translate('supplements.fromHint')}
          />
        )}
      </div>
      <div className="pair">
        {!cumulative && (
          <ExactInput
            source={at('lastYear')}
            label={translate('supplements.fact.lastYear')}
            unit="contracts.form.yearUnit"
            hint={translate('supplements.lastHint')}
          />
        )}
        <TextInput source={at('clause')} label={translate('promises.clause')} />
      </div>
      <RampFields source={at('ramp')} />
    </div>
  );
}
