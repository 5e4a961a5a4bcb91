import { contracts } from '@crm/api-contract/routes';
import type { Contract } from '@crm/api-contract/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router';
import { Note } from '../parts/marks/Note.js';
import { useMay } from '../providers/abilities.js';
import { useSigningCase } from './useApprovals.js';
import { waitingWords } from './waitingWords.js';

/** On the contract: who must approve it, who may sign it, or why it was returned. */
export default function SigningReview({ contract }: { contract: Contract }) {
  const translate = useTranslate();
  const one = useSigningCase(contract.id);
  const maySign = useMay()(contracts.sign, contract);
  if (contract.nextToSign === 'another' && maySign) return <Note>{translate('approvals.review.another')}</Note>;
  if (!one) return null;
  const shown =
    contract.status === 'in-review'
      ? one.state === 'granted' && contract.nextToSign === 'approve'
        ? 'again'
        : one.state
      : contract.status === 'draft' && one.state === 'returned'
        ? 'returned'
        : null;
  if (shown === null) return null;
  const facts = {
    level: one.level,
    levels: one.levels,
    who: waitingWords(one, translate),
    by: one.closedBy?.name ?? '',
    reason: one.reason ?? '',
  };
  return (
    <Note kind={shown === 'granted' ? 'accent' : 'warning'}>
      {translate(`approvals.review.${shown}`, facts)}{' '}
      <Link to={`/approvals?case=${one.id}`}>{translate('approvals.see')}</Link>
    </Note>
  );
}
