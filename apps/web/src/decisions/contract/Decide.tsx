import type { DrawerProps } from '../../contracts/index.js';
import { DecideDrawer } from '../DecideDrawer.js';
import { useMissedOf } from '../useDecisions.js';

/** The drawer of a decision on the contract's page; the URL has the assessment. */
export function Decide({ contract, value, today, onClose }: DrawerProps) {
  const missed = useMissedOf(contract.id).data?.find(({ id }) => id === value);
  return missed ? <DecideDrawer missed={missed} today={today} onClose={onClose} /> : null;
}
