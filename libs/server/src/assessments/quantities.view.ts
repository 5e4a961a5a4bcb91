import { indicatorRules, type PromisedIndicator } from '@crm/domain/standards';

/** The unit of an indicator's quantities, and its direction. */
export const measureOf = (indicator: PromisedIndicator) => ({
  unit: indicatorRules[indicator].unit,
  bound: indicatorRules[indicator].bound,
});
/** Only values in 万元 get a name that says 万元. */
export const inWan = <Value>(indicator: PromisedIndicator, value: Value): Value | null =>
  indicatorRules[indicator].unit === 'wan' ? value : null;

/** Each amount in the unit of its indicator, and also under its 万元 name if that is the unit. */
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
