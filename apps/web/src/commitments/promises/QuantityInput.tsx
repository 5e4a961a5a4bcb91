import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';
import { ExactInput, MoneyInput, type AmountInputProps } from '../../parts/fields/AmountInput.js';

/** A quantity in the unit of its indicator: money is read in 元, 万元 and 亿元, everything else as an exact number. */
export function QuantityInput({ indicator, ...props }: AmountInputProps & { indicator: PromisedIndicator }) {
  const { unit } = indicatorRules[indicator];
  return unit === 'wan' ? <MoneyInput {...props} /> : <ExactInput {...props} unit={`indicators.unit.${unit}`} />;
}
