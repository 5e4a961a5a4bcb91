import type { Approval, ApprovalInFull } from '@crm/api-contract/approvals';
import type { Assessment } from '@crm/api-contract/commitments';
import type { Consequence } from '@crm/api-contract/decisions';
import type { MilestoneKind } from '@crm/domain/contracts';
import type { DecisionKind } from '@crm/domain/decisions';
import type { PromisedIndicator } from '@crm/domain/standards';
import { useTranslate } from 'ra-core';
import { consequenceInWords, decisionInWords } from '../decisions/index.js';
import { shortfallSaid } from '../commitments/index.js';
import { amountBefore, unitAfter } from '../reference/quantities.js';
import { showPercent } from '../parts/text/numbers.js';
import type { Verdict } from '../parts/marks/verdict.js';
import { VerdictChip } from '../parts/marks/VerdictChip.js';
import '../parts/layout/reading.css';
import './approvals.css';
import type { Translate } from './waitingWords.js';

/** The facts of a title that have a translation. */
interface Asked {
  readonly decision?: DecisionKind;
  readonly indicator?: PromisedIndicator;
  readonly milestone?: MilestoneKind;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The request in a few words: 执行 2025 年税收; 开工延到 2027-06-30. Signings and supplements show only their kind. */
export function actInWords({ title }: Pick<Approval, 'title'>, translate: Translate): string | null {
  const { decision, indicator, milestone } = title as Asked;
  const until = text(title.until);
  if (decision && indicator)
    return `${decisionInWords({ kind: decision, until }, translate)} ${translate('decisions.promise', { year: title.year, indicator: translate(`indicators.short.${indicator}`) })}`;
  if (milestone)
    return translate('approvals.extend', {
      stop: translate(`contracts.stop.${milestone}`),
      day: text(title.toDay) ?? '',
    });
  return null;
}

type Judged = Pick<Assessment, 'unit' | 'bound' | 'required' | 'actual' | 'shortfall' | 'attainmentPercent'> & {
  verdict: Verdict;
};

/**
 * 处置, 豁免, 延期: the commitment or milestone, its verdict, and the consequence, as they were when the request was made.
 */
export function ActAsked({ one }: { one: ApprovalInFull }) {
  const translate = useTranslate();
  const said = actInWords(one, translate);
  if (said === null) return null;
  const clauses = Array.isArray(one.payload.clauses)
    ? (one.payload.clauses as unknown as Pick<Consequence, 'kind' | 'amountWan'>[])
    : [];
  const judged = text(one.payload.verdict) && text(one.payload.unit) ? (one.payload as unknown as Judged) : null;
  const owedOn = text(one.title.owedOn);
  return (
    <section className="actasked" aria-label={translate('approvals.what')}>
      <b>{said}</b>
      {owedOn && <span className="caption">{translate('progress.extend.owed', { day: owedOn })}</span>}
      {judged && (
        <p className="missedsaid">
          <VerdictChip verdict={judged.verdict} />{' '}
          {judged.actual === null
            ? translate('approvals.requiredAlone', {
                required: amountBefore(translate, judged.unit, judged.required, 2),
                unit: unitAfter(translate, judged.unit),
              })
            : translate('approvals.judged', {
                required: amountBefore(translate, judged.unit, judged.required, 2),
                actual: amountBefore(translate, judged.unit, judged.actual, 2),
                unit: unitAfter(translate, judged.unit),
                percent: showPercent(judged.attainmentPercent),
                shortfall: shortfallSaid(translate, judged),
              })}
        </p>
      )}
      {clauses.length > 0 && (
        <ul className="outcomes">
          {clauses.map((clause, at) => (
            <li key={at}>{consequenceInWords(clause, translate)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
