import { approvals } from '@crm/api-contract/routes';
import Button from '@mui/material/Button';
import type { ApprovalInFull } from '@crm/api-contract/approvals';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Money } from '../parts/text/Amounts.js';
import { ErrorSentence } from '../parts/layout/ErrorSentence.js';
import { Hint } from '../parts/marks/Hint.js';
import { Kbd } from '../parts/marks/Kbd.js';
import { Note } from '../parts/marks/Note.js';
import { SideDrawer } from '../parts/layout/SideDrawer.js';
import { Timeline, type TimelineEvent } from '../parts/marks/Timeline.js';
import { SkeletonTable } from '../parts/layout/Waiting.js';
import { ActAsked } from './ActAsked.js';
import { useMay } from '../providers/abilities.js';
import { useKeys } from '../parts/keys/useKeys.js';
import { CorrectionAsked } from './CorrectionAsked.js';
import { DecideForm } from './DecideForm.js';
import type { Decision } from './decision.js';
import { PromisesAsked } from './PromisesAsked.js';
import { SupplementAsked } from './SupplementAsked.js';
import { useApproval } from './useApprovals.js';
import { levelWords, waitingWords, type Translate } from './waitingWords.js';

/** One case: what is requested, who has signed, and the decision; A approves, R returns. */
export function CaseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const translate = useTranslate();
  const { data: one, error, refetch } = useApproval(id);
  const [decision, setDecision] = useState<Decision | null>(null);
  const may = useMay();
  const mayDecide = one?.mayDecide ?? false;
  useKeys(mayDecide ? { a: () => setDecision('approve'), r: () => setDecision('return') } : {}, { inDialog: true });
  if (one && decision)
    return <DecideForm approval={one} decision={decision} onBack={() => setDecision(null)} onDone={onClose} />;
  const button = (which: Decision, key?: string) => (
    <Button key={which} variant={which === 'approve' ? 'contained' : 'outlined'} onClick={() => setDecision(which)}>
      {translate(`approvals.act.${which}`)}
      {key && <Kbd>{key}</Kbd>}
    </Button>
  );
  // The case says whether it waits for this person; the table says who may decide at all.
  const foot = mayDecide
    ? [
        may(approvals.approve) && button('approve', 'A'),
        may(approvals.return) && button('return', 'R'),
        may(approvals.addSigner) && button('add-signer'),
      ]
    : one?.mayRevoke && may(approvals.revoke)
      ? [button('revoke')]
      : undefined;
  return (
    <SideDrawer
      title={one ? translate(`approvals.kind.${one.kind}`) : translate('approvals.title')}
      caption={one?.contractNumber}
      onClose={onClose}
      foot={foot}
    >
      {error && !one ? (
        <ErrorSentence error={error} onRetry={() => void refetch()} />
      ) : !one ? (
        <SkeletonTable rows={5} />
      ) : (
        <CaseFacts one={one} />
      )}
    </SideDrawer>
  );
}

function CaseFacts({ one }: { one: ApprovalInFull }) {
  const translate = useTranslate();
  const reason = one.payload.belowStandardReason ?? one.payload.reason;
  return (
    <div className="stack">
      <div>
        {one.contractId ? <Link to={`/contracts/${one.contractId}/show`}>{one.projectName}</Link> : one.projectName}
        <div className="caption">{one.enterpriseName}</div>
      </div>
      <div className="row base">
        <span className="strong">{levelWords(one, translate)}</span>
        {one.state === 'pending' && (
          <span className="caption">{translate('approvals.waitsFor', { who: waitingWords(one, translate) })}</span>
        )}
        <span className="spacer" />
        {one.amountWan !== null && <Money wan={one.amountWan} />}
      </div>
      {one.belowStandard && <Hint verdict="warning">{translate('approvals.below')}</Hint>}
      {typeof reason === 'string' && reason !== '' && <Note>{reason}</Note>}
      <ActAsked one={one} />
      <PromisesAsked promises={one.payload.promises} />
      {one.kind === 'supplement' && <SupplementAsked asked={one} />}
      {one.kind === 'contract-correction' && <CorrectionAsked asked={one} />}
      <Timeline events={events(one, translate)} />
    </div>
  );
}

/** Newest first; the request is at the bottom. */
function events(one: ApprovalInFull, translate: Translate): TimelineEvent[] {
  const asked: TimelineEvent = {
    id: 'asked',
    title: translate('approvals.asked'),
    actor: one.requestedBy.name,
    at: one.requestedAt,
  };
  const added = one.steps.flatMap((step): TimelineEvent[] =>
    step.addedBy
      ? [
          {
            id: `${step.id}+`,
            title: translate('approvals.added', { who: step.people.map(({ name }) => name).join('、') }),
            actor: step.addedBy.name,
            at: step.createdAt,
            text: step.addedReason,
          },
        ]
      : [],
  );
  const decided = one.steps.flatMap((step): TimelineEvent[] =>
    step.at && step.decision
      ? [
          {
            id: step.id,
            title: translate(`approvals.decision.${step.decision}`, { level: step.level }),
            actor: step.decidedBy?.name,
            at: step.at,
            text: step.note,
            decided: true,
          },
        ]
      : [],
  );
  const revoked: TimelineEvent[] =
    one.state === 'revoked' && one.closedAt
      ? [
          {
            id: 'revoked',
            title: translate('approvals.state.revoked'),
            actor: one.closedBy?.name,
            at: one.closedAt,
            text: one.reason,
          },
        ]
      : [];
  return [asked, ...added, ...decided, ...revoked].sort((a, b) => (a.at < b.at ? 1 : -1));
}
