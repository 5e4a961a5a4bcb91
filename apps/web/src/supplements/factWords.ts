import { indicatorRules, isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import { NONE, showDecimal, showPercent } from '../parts/numbers.js';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** `promise.tax.perMuWan` in words, with its unit. */
export function factName(translate: Translate, field: string): string {
  const [head, subject = '', fact = ''] = field.split('.');
  if (head === 'parcel') return translate('supplements.parcel', { code: subject === '-' ? '' : subject });
  if (head !== 'promise') return translate(`supplements.fact.${head}`);
  const unit = fact === 'total' ? translate('supplements.inUnit', { unit: translate(`performance.quantity.${indicatorRules[subject as PromisedIndicator].unit}`) }) : '';
  return `${translate(`performance.short.${subject}`)} ${translate(`supplements.fact.${fact}`)}${unit}`;
}

/** Money and land with two places, shares as such, everything else as it is written. */
export function showFact(field: string, value: string | null): string {
  if (value === null) return NONE;
  if (/[pP]ercent(OfStandard)?$/.test(field)) return showPercent(value);
  const [head, subject = '', fact = ''] = field.split('.');
  if (head === 'promise' && fact === 'total' && !isPerMu(subject as PromisedIndicator)) return showDecimal(value, indicatorRules[subject as PromisedIndicator].unit === 'wan' ? 2 : undefined);
  return /(Wan|Mu)$|^increase$/.test(field) || head === 'parcel' ? showDecimal(value, 2) : value;
}
