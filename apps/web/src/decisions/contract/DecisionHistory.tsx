import { decisions } from '@crm/api-contract/routes';
import type { Decision } from '@crm/api-contract/decisions';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { shortfallSaid } from '../../commitments/index.js';
import type { DrawerProps, Go } from '../../contracts/index.js';
import { FilesCard } from '../../files/index.js';
import { ByWhom } from '../../parts/tables/ByWhom.js';
import { showWan } from '../../parts/text/money.js';
import { NONE } from '../../parts/text/numbers.js';
import { SideDrawer } from '../../parts/layout/SideDrawer.js';
import type { RecordColumn } from '../../parts/tables/columns.js';
import { TableCard } from '../../parts/tables/TableCard.js';
import { VerdictClock } from '../../parts/marks/VerdictChip.js';
import type { Verdict } from '../../parts/marks/verdict.js';
import { useMay } from '../../providers/abilities.js';
import { consequenceInWords } from '../Outcomes.js';
import { useDecisionsOf } from '../useDecisions.js';

const looks = {
  waiting: 'warning',
  granted: 'met',
  returned: 'breach',
  revoked: 'not-due',
} satisfies Record<Decision['state'], Verdict>;

const historyColumns = (translate: TranslateFunction, go: Go): RecordColumn<Decision>[] => [
  { source: 'kind', label: 'decisions.decision', className: 'nowrap', cell: (one) => <Decided one={one} /> },
  {
    source: 'clauses',
    label: 'decisions.what',
    className: 'prose',
    cell: (one) => (
      <>
        {one.until && <div>{translate('decisions.until', { day: one.until })}</div>}
        {one.clauses.map((clause) => (
          <div key={clause.clauseId} title={clause.because.clause}>
            {consequenceInWords(clause, translate)}
          </div>
        ))}
        {one.shortfall !== null && (
          <div className="caption">{translate('decisions.then', { shortfall: shortfallSaid(translate, one) })}</div>
        )}
      </>
    ),
  },
  {
    source: 'reason',
    label: 'decisions.reason',
    className: 'prose',
    cell: ({ id, reason, returnReason }) => (
      <>
        {reason}
        <div>
          <button type="button" className="aslink" aria-haspopup="dialog" onClick={() => go({ papers: id })}>
            {translate('decisions.papers')}
          </button>
        </div>
        {returnReason && (
          <div className="caption">{translate('decisions.returnedBecause', { reason: returnReason })}</div>
        )}
      </>
    ),
  },
  {
    source: 'requestedBy',
    label: 'decisions.askedBy',
    cell: ({ requestedBy, requestedAt }) => <ByWhom name={requestedBy} at={requestedAt} />,
  },
  {
    source: 'decidedBy',
    label: 'decisions.decidedBy',
    cell: ({ decidedBy, decidedAt }) => <ByWhom name={decidedBy} at={decidedAt} />,
  },
  {
    source: 'receivedWan',
    label: 'decisions.received',
    unit: 'parts.unit.wan',
    number: true,
    cell: (one) => <Received one={one} onReceive={() => go({ receive: one.id })} />,
  },
];

/**
 * 处置记录: who requested what and why, who approved or returned it, and the money received since. No entry is ever
 * removed.
 */
export function DecisionHistory({ contract, go }: { contract: Contract; go: Go }) {
  const translate = useTranslate();
  const answer = useDecisionsOf(contract.id);
  return (
    <TableCard<Decision>
      name="decisions"
      title={translate('decisions.history')}
      answer={answer}
      columns={historyColumns(translate, go)}
      none={{ icon: 'check', title: translate('decisions.noDecision'), why: translate('decisions.noDecisionWhy') }}
    />
  );
}

/** The decision and its state; a pending one links to its case. */
function Decided({ one: { kind, year, indicator, state, approvalId } }: { one: Decision }) {
  const translate = useTranslate();
  return (
    <>
      {translate(`decisions.kind.${kind}`)} {year} {translate(`indicators.short.${indicator}`)}
      <div>
        <VerdictClock verdict={looks[state]}>
          {state === 'waiting' && approvalId ? (
            <Link to={`/approvals?case=${approvalId}`}>{translate('decisions.state.waiting')}</Link>
          ) : (
            translate(`decisions.state.${state}`)
          )}
        </VerdictClock>
      </div>
    </>
  );
}

/** The amounts received and outstanding, and the button to enter more. */
function Received({ one, onReceive }: { one: Decision; onReceive: () => void }) {
  const translate = useTranslate();
  const mayReceive = useMay()(decisions.receive);
  return (
    <>
      {one.kind === 'enforce' && one.amountWan !== null ? showWan(translate, one.receivedWan, 2) : NONE}
      {one.outstandingWan !== null && (
        <div className="caption">
          {translate('decisions.outstanding', { wan: showWan(translate, one.outstandingWan, 2) })}
        </div>
      )}
      {one.outcomes.map((outcome) => (
        <div key={outcome.id} className="caption" title={outcome.note}>
          {outcome.receivedOn} {showWan(translate, outcome.receivedWan, 2)}
        </div>
      ))}
      {mayReceive && one.kind === 'enforce' && one.state === 'granted' && (
        <button type="button" className="aslink" onClick={onReceive}>
          {translate('decisions.receive')}
        </button>
      )}
    </>
  );
}

/** The files of a decision; the URL names it. */
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
        <FilesCard subjectType="consequence" subjectId={one.id} on={contract} />
      </Suspense>
    </SideDrawer>
  );
}
