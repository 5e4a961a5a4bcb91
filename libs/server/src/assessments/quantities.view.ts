import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';

/** In which unit the quantities of an indicator are, and which way they are meant. */
export const measureOf = (indicator: PromisedIndicator) => ({
  unit: indicatorRules[indicator].unit,
  bound: indicatorRules[indicator].bound,
});
/** Under a name that says 万元 only what is in 万元. */
export const inWan = <Value>(indicator: PromisedIndicator, value: Value): Value | null =>
  indicatorRules[indicator].unit === 'wan' ? value : null;

/** Each amount in the unit of its indicator, and once more under the name of 万元 where that is the unit. */
export const quantitiesOf = (
  indicator: PromisedIndicator,
  required: string,
  actual: string | null,
  shortfall: string | null,
) => ({
  required,
  actual,
  shortfall,
  requiredWan: inWan(indicator, required),
  actualWan: inWan(indicator, actual),
  shortfallWan: inWan(indicator, shortfall),
});
