import type { Decision } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { shortfallSaid } from '../../commitments/index.js';
import type { DrawerProps, Go } from '../../contracts/index.js';
import { FilesCard } from '../../files/index.js';
import { ByWhom } from '../../parts/tables/ByWhom.js';
import { showWan } from '../../parts/text/money.js';
import { NONE } from '../../parts/text/numbers.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import { TableCard } from '../../parts/tables/TableCard.js';
import { VerdictClock } from '../../parts/marks/VerdictChip.js';
import type { Verdict } from '../../parts/marks/verdict.js';
import { useCan } from '../../providers/abilities.js';
import { consequenceInWords } from '../Outcomes.js';
import { useDecisionsOf } from '../useDecisions.js';

const looks: Readonly<Record<Decision['state'], Verdict>> = {
  waiting: 'warning',
  granted: 'met',
  returned: 'breach',
  revoked: 'not-due',
};

/**
 * 处置记录: who asked for what and why, who approved it or sent it back, and what came in since. Nothing leaves this list.
 */
export function DecisionHistory({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const mayReceive = useCan('decide', 'Assessment');
  const answer = useDecisionsOf(contract.id);
  return (
    <TableCard
      title={translate('decisions.history')}
      answer={answer}
      columns={[
        translate('decisions.decision'),
        translate('decisions.what'),
        translate('decisions.reason'),
        translate('decisions.askedBy'),
        translate('decisions.decidedBy'),
        [translate('decisions.received'), translate('parts.unit.wan')],
      ]}
      none={{ icon: 'check', title: translate('decisions.noDecision'), why: translate('decisions.noDecisionWhy') }}
    >
      {(decisions) =>
        decisions.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="nw">
              {translate(`decisions.kind.${one.kind}`)} {one.year} {translate(`indicators.short.${one.indicator}`)}
              <div>
                <VerdictClock verdict={looks[one.state]}>
                  {one.state === 'waiting' && one.approvalId ? (
                    <Link to={`/approvals?case=${one.approvalId}`}>{translate('decisions.state.waiting')}</Link>
                  ) : (
                    translate(`decisions.state.${one.state}`)
                  )}
                </VerdictClock>
              </div>
            </th>
            <td className="prose">
              {one.until && <div>{translate('decisions.until', { day: one.until })}</div>}
              {one.clauses.map((clause) => (
                <div key={clause.clauseId} title={clause.because.clause}>
                  {consequenceInWords(clause, translate)}
                </div>
              ))}
              {one.shortfall !== null && (
                <div className="t-cap">{translate('decisions.then', { shortfall: shortfallSaid(translate, one) })}</div>
              )}
            </td>
            <td className="prose">
              {one.reason}
              <div>
                <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => go({ papers: one.id })}>
                  {translate('decisions.papers')}
                </button>
              </div>
              {one.returnReason && (
                <div className="t-cap">{translate('decisions.returnedBecause', { reason: one.returnReason })}</div>
              )}
            </td>
            <ByWhom name={one.requestedBy} at={one.requestedAt} />
            <ByWhom name={one.decidedBy} at={one.decidedAt} />
            <td className="num">
              {one.kind === 'enforce' && one.amountWan !== null ? showWan(translate, one.receivedWan, 2) : NONE}
              {one.outstandingWan !== null && (
                <div className="t-cap">
                  {translate('decisions.outstanding', { wan: showWan(translate, one.outstandingWan, 2) })}
                </div>
              )}
              {one.outcomes.map((outcome) => (
                <div key={outcome.id} className="t-cap" title={outcome.note}>
                  {outcome.receivedOn} {showWan(translate, outcome.receivedWan, 2)}
                </div>
              ))}
              {mayReceive && one.kind === 'enforce' && one.state === 'granted' && (
                <button type="button" className="aslink" onClick={() => go({ receive: one.id })}>
                  {translate('decisions.receive')}
                </button>
              )}
            </td>
          </tr>
        ))
      }
    </TableCard>
  );
}

/** What hangs on a decision; the address names it. */
export function DecisionPapers({ contract, value, onClose }: DrawerProps) {
  const translate = useTranslate();
  const one = useDecisionsOf(contract.id).data?.find(({ id }) => id === value);
  if (!one) return null;
  return (
    <SideDrawer
      title={translate('decisions.papers')}
      caption={`${translate(`decisions.kind.${one.kind}`)} ${one.year} ${translate(`indicators.short.${one.indicator}`)}`}
      onClose={onClose}
    >
      <Suspense fallback={null}>
        <FilesCard subjectType="consequence" subjectId={one.id} />
      </Suspense>
    </SideDrawer>
  );
}
