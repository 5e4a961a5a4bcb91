import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { showWan } from '../parts/text/money.js';
import { showDecimal } from '../parts/text/numbers.js';
import { Hint } from '../parts/marks/Hint.js';

/** Each commitment below the standard, with the difference. */
export function BelowHints({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  return (
    <>
      {contract.commitments
        .filter((promise) => promise.belowStandard)
        .map((promise) => (
          <Hint key={promise.commitmentId} verdict="warning">
            {translate('contracts.sign.below', {
              indicator: translate(`indicators.name.${promise.indicator}`),
              perMu: showWan(translate, promise.perMuWan, 2),
              standard: showWan(translate, promise.standardPerMuWan),
              percent: showDecimal(promise.percentOfStandard, 2),
            })}
          </Hint>
        ))}
    </>
  );
}
