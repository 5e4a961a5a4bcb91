import type { ConsequenceClause } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate, type TranslateFunction } from 'ra-core';
import type { Go } from '../../contracts/index.js';
import { ByWhom } from '../../parts/tables/ByWhom.js';
import { showDecimal } from '../../parts/text/numbers.js';
import { Tag } from '../../parts/marks/Tag.js';
import { TableCard } from '../../parts/tables/TableCard.js';
import { useAbility } from '../../providers/abilities.js';
import { useClausesOf } from '../useDecisions.js';
import { mayAmendClauses, mayWriteClause } from './clauseWays.js';

type Wording = Pick<ConsequenceClause, 'cureDays' | 'percent' | 'from'>;

/** 90 天 · 差额的 100 % · 低于容忍度. */
const measureOf = ({ cureDays, percent, from }: Wording, translate: TranslateFunction): string =>
  [
    cureDays === null ? null : translate('decisions.days', { smart_count: cureDays }),
    percent === null ? null : translate('decisions.ofGap', { percent: showDecimal(percent) }),
    translate(`decisions.from.${from}`),
  ]
    .filter(Boolean)
    .join('·');

/** 后果条款: the clauses of the contract; earlier wordings stay, with who changed them and why. */
export function ClauseCard({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const ability = useAbility();
  const answer = useClausesOf(contract.id);
  const [mayWrite, mayAmend] = [mayWriteClause(contract, ability), mayAmendClauses(contract, ability)];
  // A draft's clause is edited directly; after the signature the supplement changes it.
  const draft = contract.status === 'draft';
  const mayChange = draft ? mayWrite : mayAmend;
  const changeSaid = translate(draft ? 'decisions.changeClause' : 'decisions.bySupplement');
  return (
    <TableCard
      title={translate('decisions.clausesTitle')}
      answer={answer}
      columns={[
        translate('decisions.clauseKind'),
        translate('decisions.measure'),
        translate('promises.indicator'),
        translate('decisions.text'),
        translate('promises.changedBy'),
        mayChange && { heard: changeSaid },
      ]}
      none={{ icon: 'scales', title: translate('decisions.noClauses'), why: translate('decisions.noClausesWhy') }}
      add={
        (mayWrite || mayAmend) && {
          label: translate(mayWrite ? 'decisions.addClause' : 'decisions.addBySupplement'),
          onClick: () => go(mayWrite ? { clause: 'new' } : { supplement: 'clause' }),
        }
      }
    >
      {(clauses) =>
        clauses.flatMap((clause) =>
          clause.wordings.map((wording, index) => (
            <tr key={wording.id} className={wording.knownTo === null ? undefined : 'past'}>
              <th scope="row" className="nw">
                {index === 0 ? translate(`decisions.clause.${clause.kind}`) : ''}{' '}
                {index === 0 && clause.ended && <Tag>{translate('decisions.ended')}</Tag>}
              </th>
              <td>{measureOf(wording, translate)}</td>
              <td>
                {wording.indicators.map((one) => translate(`indicators.short.${one}`)).join(translate('parts.join'))}
              </td>
              <td className="prose">
                {wording.text}
                {wording.reason && <div className="t-cap">{wording.reason}</div>}
                {wording.endReason && (
                  <div className="t-cap">{translate('decisions.endedBecause', { reason: wording.endReason })}</div>
                )}
              </td>
              <ByWhom name={wording.enteredBy} at={wording.knownFrom} />
              {mayChange && (
                <td>
                  {index === 0 && !clause.ended && (
                    <button
                      type="button"
                      className="aslink"
                      onClick={() => go(draft ? { clause: clause.id } : { supplement: clause.id })}
                    >
                      {changeSaid}
                    </button>
                  )}
                </td>
              )}
            </tr>
          )),
        )
      }
    </TableCard>
  );
}
