import type { Consequence, MissedPromise } from '@crm/api-contract/decisions';
import type { DecisionKind } from '@crm/domain/decisions';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Link } from 'react-router';
import { showWan } from '../parts/text/money.js';
import { NONE } from '../parts/text/numbers.js';
import { VerdictClock } from '../parts/marks/VerdictChip.js';
import { VerdictGlyph } from '../parts/marks/VerdictGlyph.js';
import { useCan } from '../providers/abilities.js';
import '../parts/layout/reading.css';
import './decisions.css';

type Said = Pick<Consequence, 'kind' | 'amountWan'> & Partial<Pick<Consequence, 'cureUntil'>>;

/** 补差 1,065.50 万元 · 追回扶持 120.00 万元 · 整改至 2027-02-18 · 解除并收回土地. */
export function consequenceInWords({ kind, amountWan, cureUntil }: Said, translate: TranslateFunction): string {
  if (kind === 'cure-period') return translate('decisions.said.cure', { day: cureUntil ?? NONE });
  if (kind === 'take-back-land') return translate('decisions.said.land');
  return translate(
    kind === 'pay-gap'
      ? 'decisions.said.pay'
      : amountWan === null
        ? 'decisions.said.nothingPaid'
        : 'decisions.said.clawback',
    { wan: showWan(translate, amountWan, 2) },
  );
}

/** Why a clause cannot be chosen now; null: it can. */
export const heldBack = (
  { applies, taken, settled }: Pick<Consequence, 'applies' | 'taken' | 'settled'>,
  translate: TranslateFunction,
): string | null =>
  !applies
    ? translate('decisions.withinTolerance')
    : settled === null
      ? null
      : translate(taken ? `decisions.taken.${settled}` : `decisions.settled.${settled}`);

/** 执行, 豁免, 延期至 2027-06-30. */
export const decisionInWords = (
  { kind, until }: { kind: DecisionKind; until: string | null },
  translate: TranslateFunction,
): string => (until === null ? translate(`decisions.kind.${kind}`) : translate('decisions.until', { day: until }));

/** The possible measures, one line per clause. A clause that needs a breach is shown in grey. */
export function Outcomes({ missed }: { missed: Pick<MissedPromise, 'consequences' | 'verdict' | 'contractId'> }) {
  const translate = useTranslate();
  const mayWrite = useCan('approve', 'Commitment');
  if (missed.verdict === 'no-data') return <span className="faint">{translate('decisions.reportFirst')}</span>;
  if (missed.consequences.length === 0) {
    return (
      <>
        <span className="faint">{translate('decisions.noClause')}</span>
        {mayWrite && (
          <div>
            <Link to={`/contracts/${missed.contractId}?tab=consequences&clause=new`}>
              {translate('decisions.writeClause')}
            </Link>
          </div>
        )}
      </>
    );
  }
  return (
    <ul className="outcomes">
      {missed.consequences.map((one) => (
        <li
          key={one.clauseId}
          className={heldBack(one, translate) === null ? undefined : 'faint'}
          title={one.because.clause}
        >
          <OutcomeText one={one} />
        </li>
      ))}
    </ul>
  );
}

/** One clause in words. A settled or pending clause shows its state and is not offered again. */
export function OutcomeText({ one }: { one: Consequence }) {
  const translate = useTranslate();
  const held = heldBack(one, translate);
  return (
    <>
      {consequenceInWords(one, translate)}
      {held !== null && (
        <span className="caption">
          {' '}
          {one.settled && <VerdictGlyph verdict={one.settled === 'decided' ? 'met' : 'warning'} size={10} />} {held}
        </span>
      )}
    </>
  );
}

/** The state of the decision, with glyph and words: undecided, pending, decided. */
export function StandingText({
  missed: { standing, decision },
}: {
  missed: Pick<MissedPromise, 'standing' | 'decision'>;
}) {
  const translate = useTranslate();
  const said = decision && decisionInWords(decision, translate);
  if (standing === 'waiting') {
    return (
      <VerdictClock verdict="warning">
        {said} <span className="caption">{translate('decisions.standing.waiting')}</span>
      </VerdictClock>
    );
  }
  if (standing === 'decided' && decision) {
    return <VerdictClock verdict={decision.kind === 'waive' ? 'waived' : 'met'}>{said}</VerdictClock>;
  }
  if (decision?.state === 'returned')
    return (
      <span className="quiet">
        {translate('decisions.wasReturned', { kind: translate(`decisions.kind.${decision.kind}`) })}
      </span>
    );
  if (decision?.state === 'granted')
    return <span className="quiet">{translate('decisions.ranOut', { day: decision.until ?? NONE })}</span>;
  return <span className="faint">{translate('decisions.standing.open')}</span>;
}
