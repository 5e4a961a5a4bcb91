import type { Contract } from '@crm/api-contract/contracts';
import type { Go } from '../../contracts/page/panel.js';
import { useActuals, useAssessments } from '../../contracts/page/useContract.js';
import { WhyDrawer } from './WhyDrawer.js';

/** Why, of the verdict the address names. */
export function WhyOf({ contract, assessmentId, go }: { contract: Contract; assessmentId: string; go: Go }) {
  const why = useAssessments(contract.id).data?.find(({ id }) => id === assessmentId);
  const actuals = useActuals(contract.id).data ?? [];
  if (!why) return null;
  const actual = actuals.find(({ knownTo, indicator, year }) => knownTo === null && indicator === why.indicator && year === why.year) ?? null;
  return <WhyDrawer assessment={why} contract={contract} actual={actual} onClose={() => go({ why: null })} onOpen={(drawer) => go({ why: null, ...drawer })} />;
}
