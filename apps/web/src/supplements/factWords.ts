import type { ConsequenceClause, ConsequenceKind } from '@crm/domain/decisions';
import { indicatorRules, isPerMu, type PromisedIndicator } from '@crm/domain/standards';
import { showWan } from '../parts/text/money.js';
import { showQuantity } from '../reference/quantities.js';
import type { supplementsZh } from './supplements.zh.js';
import { NONE, showDecimal, showPercent } from '../parts/text/numbers.js';

type Translate = (key: string, options?: Record<string, unknown>) => string;
/** The facts of a contract that a supplement can change, as the server names them. */
type Fact = keyof typeof supplementsZh.supplements.fact;
type ClauseFact = keyof typeof supplementsZh.supplements.clauseFact;

/** `pay-gap-2`: 补差 2. */
export function clauseName(translate: Translate, name: string): string {
  const [, kind = name, nth = ''] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
  return [translate(`decisions.clause.${kind as ConsequenceKind}`), nth].filter(Boolean).join(' ');
}

/** `promise.tax.perMuWan` in words, with its unit. */
export function factName(translate: Translate, field: string): string {
  const [head, subject = '', fact = ''] = field.split('.');
  if (head === 'parcel') return translate('supplements.parcel', { code: subject === '-' ? '' : subject });
  if (head === 'consequence')
    return `${clauseName(translate, subject)} ${translate(`supplements.clauseFact.${fact as ClauseFact}`)}`;
  // A figure of a year, `figure.tax.2024`: in 万元.
  if (head === 'figure')
    return translate('supplements.figure', {
      year: fact,
      what: translate(`indicators.short.${subject as PromisedIndicator}`),
    });
  if (head !== 'promise') return translate(`supplements.fact.${head as Fact}`);
  const unit =
    fact === 'total'
      ? translate('supplements.inUnit', {
          unit: translate(`indicators.unit.${indicatorRules[subject as PromisedIndicator].unit}`),
        })
      : '';
  return `${translate(`indicators.short.${subject as PromisedIndicator}`)} ${translate(`supplements.fact.${fact as Fact}`)}${unit}`;
}

/** Long texts, which take lines instead of a column of figures. */
export const isWordy = (field: string): boolean =>
  /^(parkName|industryName)$|\.(text|clause|indicators|threshold|ramp)$/.test(field);

/** Money and land with two places, shares as such, everything else as it is written. */
export function showFact(translate: Translate, field: string, value: string | null): string {
  if (value === null) return NONE;
  if (/[pP]ercent(OfStandard)?$/.test(field)) return showPercent(value);
  const [head, subject = '', fact = ''] = field.split('.');
  if (head === 'consequence' && fact === 'threshold')
    return translate(`decisions.from.${value as ConsequenceClause['from']}`);
  if (head === 'consequence' && fact === 'indicators')
    return value
      .split(',')
      .map((one) => translate(`indicators.short.${one as PromisedIndicator}`))
      .join(translate('reminders.join'));
  if (head === 'promise' && fact === 'total' && !isPerMu(subject as PromisedIndicator))
    return showQuantity(translate, indicatorRules[subject as PromisedIndicator].unit, value);
  if (/Wan$|^increase$/.test(field) || head === 'figure') return showWan(translate, value, 2);
  return /Mu$/.test(field) || head === 'parcel' ? showDecimal(value, 2) : value;
}
