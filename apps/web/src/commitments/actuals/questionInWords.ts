import type { Actual } from '@crm/api-contract/commitments';
import { decimal } from '@crm/domain/quantities';
import { indicatorRules } from '@crm/domain/standards';
import type { TranslateFunction } from 'ra-core';
import { amountBefore, unitAfter } from '../../reference/quantities.js';

export type Question = Actual['questions'][number];
type WordOf<Code> = Code extends `actual.${infer Word}` ? Word : never;

/** `falls`: the label, without the prefix of its room. */
export const questionWord = (code: Question['code']) => code.replace('actual.', '') as WordOf<Question['code']>;

/** A doubt about a figure, in the unit of its indicator. */
export function questionInWords(
  translate: TranslateFunction,
  { indicator, year }: Pick<Actual, 'indicator' | 'year'>,
  { code, facts }: Question,
): string {
  const { unit } = indicatorRules[indicator];
  return translate(`actuals.question.${questionWord(code)}`, {
    year,
    indicator: translate(`indicators.name.${indicator}`),
    unit: unitAfter(translate, unit),
    now: amountBefore(translate, unit, String(facts.now)),
    before: amountBefore(translate, unit, String(facts.before)),
    beforeYear: facts.year ?? '',
    less: amountBefore(translate, unit, decimal(String(facts.before)).minus(String(facts.now)).abs().toFixed()),
  });
}
