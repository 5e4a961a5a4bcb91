import { NONE, showDecimal, showPercent } from '../parts/numbers.js';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** `promise.tax.perMuWan` in words. */
export function factName(translate: Translate, field: string): string {
  const [head, subject = '', fact = ''] = field.split('.');
  if (head === 'promise') return `${translate(`performance.short.${subject}`)} ${translate(`supplements.fact.${fact}`)}`;
  if (head === 'parcel') return translate('supplements.parcel', { code: subject === '-' ? '' : subject });
  return translate(`supplements.fact.${head}`);
}

export const showFact = (field: string, value: string | null): string => {
  if (value === null) return NONE;
  if (/(Percent|percentOfStandard)$/.test(field)) return showPercent(value);
  return /(Wan|Mu)$/.test(field) || field.startsWith('parcel.') ? showDecimal(value, 2) : value;
};
