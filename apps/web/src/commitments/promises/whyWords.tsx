import type { Actual, Assessment } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import type { Input as DomainInput, Source, Term } from '@crm/domain/commitments';
import { isRefund } from '@crm/domain/standards';
import type { TranslateFunction } from 'ra-core';
import type { ReactNode } from 'react';
import { dayOf } from '../../parts/text/days.js';
import { showWan } from '../../parts/text/money.js';
import { amountBefore, unitAfter } from '../../reference/quantities.js';
import { NONE, showDecimal, showPercent, showSquareMetres } from '../../parts/text/numbers.js';
import type { Verdict } from '../../parts/marks/verdict.js';
import { periodKey, ruleKey } from './explain.js';

/** Facts of an assessment in the reader's language. */
export interface Words {
  translate: TranslateFunction;
  assessment: Assessment;
  contract: Contract;
  actual: Actual | null;
}

type Input = Assessment['because']['inputs'][number];

/**
 * The summary sentence: required, actual, attainment, tolerance and shortfall. ** is bold, ## is the colour of the
 * verdict.
 */
export function sentenceOfAssessment({ translate, assessment }: Words): string {
  const input = (name: string): string | null =>
    assessment.because.inputs.find((one) => one.name === name)?.value ?? null;
  const inFull = (value: string | null): string => amountBefore(translate, assessment.unit, value, 2);
  const said = translate(`why.rule.${ruleKey(assessment)}`, {
    _: translate(`parts.verdict.${assessment.verdict}`),
    owed: translate(`why.owed.${assessment.indicator}`),
    paid: translate(`why.paid.${assessment.indicator}`),
    required: inFull(assessment.required),
    actual: inFull(assessment.actual),
    unit: unitAfter(translate, assessment.unit),
    percent: showPercent(assessment.attainmentPercent),
    tolerance: showDecimal(input('tolerancePercent')),
    shortfall: inFull(assessment.shortfall),
    each:
      assessment.shortfallPerMuWan === null
        ? ''
        : translate('why.each', { perMu: showWan(translate, assessment.shortfallPerMuWan, 2) }),
    dueOn: assessment.dueOn,
    lateFrom: input('lateFrom') ?? NONE,
    year: assessment.year,
  });
  const period = periodKey(assessment);
  return period === null
    ? said
    : `${said}${translate(`why.period.${period}`, { _: '', dueOn: assessment.dueOn, percent: showDecimal(input('requiredPercent')), year: assessment.year })}`;
}

/** '**987.31**' bold, '##52.06 %##' in the colour of the verdict. */
export function marked(text: string, verdict: Verdict): ReactNode[] {
  return text.split(/(\*\*.+?\*\*|##.+?##)/).map((part, index) => {
    if (part.startsWith('**')) return <b key={index}>{part.slice(2, -2)}</b>;
    if (part.startsWith('##')) {
      return (
        <b key={index} className={verdict}>
          {part.slice(2, -2)}
        </b>
      );
    }
    return part;
  });
}

/** Values with a label, without the days, which are in the sentence; and the comparison itself. */
type Said = Exclude<Term | DomainInput['name'] | 'verdict', 'dueOn' | 'asOf' | 'lateFrom' | 'year'>;

export function termInWords({ translate, assessment }: Words, term: string): string {
  const name = term as Said;
  if (isActual(name)) return `${assessment.year} ${translate(`indicators.short.${assessment.indicator}`)}`;
  if (name === 'requiredWan' || name === 'required') return translate(`why.owed.${assessment.indicator}`);
  if (name === 'shortfall' && assessment.bound === 'at-most') return translate('why.term.beyond');
  return translate(`why.term.${name}`, { _: name });
}

/** The assessed figure, under the name of 万元 or in a unit of its own. */
export const isActual = (name: string): name is 'actualWan' | 'actual' => name === 'actualWan' || name === 'actual';

/** The assessed figure is a refund of tax. */
export const isRefundIn = ({ assessment }: Words, { name, value }: Input): boolean =>
  isActual(name) && value !== null && isRefund(assessment.indicator, value);

export const unitInWords = ({ translate }: Words, unit: Input['unit']): string => translate(`why.unit.${unit}`);

/**
 * The source of a number: the clause of the contract, who reported and verified a figure, the document of a standard.
 */
export function sourceInWords(
  { translate, assessment, actual, contract }: Words,
  { name, source, value }: Input,
): string {
  const kind = source.kind as Source['kind'];
  if (name === 'areaMu' && value !== null)
    return translate('why.source.area', {
      sqm: showSquareMetres(value),
      basis: translate(`contracts.basis.${contract.parcels[0]?.basis ?? 'granted'}`),
    });
  if (source.chosenBecause)
    return translate('why.source.chosen', {
      from: translate(`why.source.${kind}`, { _: kind }),
      reason: source.chosenBecause,
    });
  if (isActual(name) && actual) {
    const from = translate(`actuals.source.${actual.source}`);
    return actual.verifiedAt
      ? translate('why.source.verified', { from, day: dayOf(new Date(actual.verifiedAt)) })
      : translate('why.source.reported', { from });
  }
  if (kind === 'standard') return translate('why.source.standard', { document: source.ref ?? NONE });
  if (kind === 'contract') return assessment.because.clause ?? translate('why.source.contract');
  return translate(`why.source.${kind}`, { _: kind });
}
