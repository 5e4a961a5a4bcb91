import type { Decision } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { shortfallSaid } from '../../commitments/promises/quantities.js';
import type { Go } from '../../contracts/page/panel.js';
import { FilesCard } from '../../files/index.js';
import { Answer } from '../../parts/Answer.js';
import { ByWhom } from '../../parts/ByWhom.js';
import { Card } from '../../parts/Card.js';
import { NONE, showDecimal } from '../../parts/numbers.js';
import { SideDrawer } from '../../parts/SideDrawer.js';
import { ScrollX } from '../../parts/Small.js';
import { VerdictClock } from '../../parts/VerdictChip.js';
import type { Verdict } from '../../parts/verdict.js';
import { EmptyState } from '../../parts/Waiting.js';
import { UnitHead } from '../../parts/UnitHead.js';
import { useCan } from '../../providers/abilities.js';
import { consequenceInWords } from '../Outcomes.js';
import { useDecisionsOf } from '../useDecisions.js';

const looks: Readonly<Record<Decision['state'], Verdict>> = { waiting: 'warning', granted: 'met', returned: 'breach', revoked: 'not-due' };

/** 处置记录: who asked for what and why, who approved it or sent it back, and what came in since. Nothing leaves this list. */
export function DecisionHistory({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const mayReceive = useCan('decide', 'Assessment');
  const answer = useDecisionsOf(contract.id);
  const [papersOf, setPapersOf] = useState<Decision | null>(null);
  return (
    <Card flush title={translate('decisions.history')}>
      {papersOf && (
        <SideDrawer title={translate('decisions.papers')} caption={`${translate(`decisions.kind.${papersOf.kind}`)} ${papersOf.year} ${translate(`performance.short.${papersOf.indicator}`)}`} onClose={() => setPapersOf(null)}>
          <Suspense fallback={null}>
            <FilesCard subjectType="consequence" subjectId={papersOf.id} />
          </Suspense>
        </SideDrawer>
      )}
      <Answer answer={answer} rows={2} none={(data) => data.length === 0 && <EmptyState icon="check" title={translate('decisions.noDecision')} why={translate('decisions.noDecisionWhy')} />}>
        {(data) => (
          <ScrollX label={translate('decisions.history')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{translate('decisions.decision')}</th>
                  <th scope="col">{translate('decisions.what')}</th>
                  <th scope="col">{translate('decisions.reason')}</th>
                  <th scope="col">{translate('decisions.askedBy')}</th>
                  <th scope="col">{translate('decisions.decidedBy')}</th>
                  <UnitHead name={translate('decisions.received')} unit={translate('parts.unit.wan')} />
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <tr key={one.id}>
                    <th scope="row" className="nw">
                      {translate(`decisions.kind.${one.kind}`)} {one.year} {translate(`performance.short.${one.indicator}`)}
                      <div>
                        <VerdictClock verdict={looks[one.state]}>{one.state === 'waiting' && one.approvalId ? <Link to={`/approvals?case=${one.approvalId}`}>{translate('decisions.state.waiting')}</Link> : translate(`decisions.state.${one.state}`)}</VerdictClock>
                      </div>
                    </th>
                    <td>
                      {one.until && <div>{translate('decisions.until', { day: one.until })}</div>}
                      {one.clauses.map((clause) => (
                        <div key={clause.clauseId} title={clause.because.clause}>
                          {consequenceInWords(clause, translate)}
                        </div>
                      ))}
                      {one.shortfall !== null && <div className="t-cap">{translate('decisions.then', { shortfall: shortfallSaid(translate, one) })}</div>}
                    </td>
                    <td>
                      {one.reason}
                      <div>
                        <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => setPapersOf(one)}>
                          {translate('decisions.papers')}
                        </button>
                      </div>
                      {one.returnReason && <div className="t-cap">{translate('decisions.returnedBecause', { reason: one.returnReason })}</div>}
                    </td>
                    <ByWhom name={one.requestedBy} at={one.requestedAt} />
                    <ByWhom name={one.decidedBy} at={one.decidedAt} />
                    <td className="num">
                      {one.kind === 'enforce' && one.amountWan !== null ? showDecimal(one.receivedWan, 2) : NONE}
                      {one.outstandingWan !== null && <div className="t-cap">{translate('decisions.outstanding', { wan: showDecimal(one.outstandingWan, 2) })}</div>}
                      {one.outcomes.map((outcome) => (
                        <div key={outcome.id} className="t-cap" title={outcome.note}>
                          {outcome.receivedOn} {showDecimal(outcome.receivedWan, 2)}
                        </div>
                      ))}
                      {mayReceive && one.kind === 'enforce' && one.state === 'granted' && (
                        <button type="button" className="aslink" onClick={() => go({ receive: one.id })}>
                          {translate('decisions.receive')}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </Answer>
    </Card>
  );
}
