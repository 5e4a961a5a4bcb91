import type { Actual, CommitmentInFull } from '@crm/api-contract/commitments';
import type { Contract } from '@crm/api-contract/contracts';
import { AmendDrawer } from '../../commitments/promises/AmendDrawer.js';
import { WaiveDrawer } from '../../commitments/promises/WaiveDrawer.js';
import { CorrectDrawer } from '../../commitments/actuals/CorrectDrawer.js';
import { ReportDrawer } from '../../commitments/actuals/ReportDrawer.js';
import { SignDialog } from './SignDialog.js';
import { ReachDrawer } from './ReachDrawer.js';
import { SupportDrawer } from './SupportDrawer.js';

interface Props {
  contract: Contract;
  terms: readonly CommitmentInFull[];
  actuals: readonly Actual[];
  today: string;
  search: URLSearchParams;
  onClose: () => void;
}

/** What is written beside the contract; which one is open stands in the address. */
export default function Drawers({ contract, terms, actuals, today, search, onClose }: Props) {
  const correcting = actuals.find((actual) => actual.id === search.get('correct'));
  const amending = terms.find((commitment) => commitment.id === search.get('amend'));
  const reaching = contract.milestones.find((milestone) => milestone.id === search.get('reach'));
  const waiving = terms.find((commitment) => commitment.id === search.get('waive'));
  return (
    <>
      {search.get('report') && <ReportDrawer contract={contract} today={today} year={search.get('year')} indicator={search.get('indicator')} onClose={onClose} />}
      {correcting && <CorrectDrawer actual={correcting} onClose={onClose} />}
      {amending && <AmendDrawer contract={contract} all={terms} commitment={amending} onClose={onClose} />}
      {waiving && <WaiveDrawer commitment={waiving} year={search.get('year')} today={today} onClose={onClose} />}
      {search.get('sign') && <SignDialog contract={contract} today={today} onClose={onClose} />}
      {reaching && <ReachDrawer contract={contract} milestone={reaching} today={today} onClose={onClose} />}
      {search.get('support') && <SupportDrawer contract={contract} today={today} onClose={onClose} />}
    </>
  );
}
