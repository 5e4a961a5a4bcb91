export {
  contractKindRules,
  contractKinds,
  contractLifecycle,
  contractStates,
  isLive,
  wasSigned,
  type ContractKind,
  type ContractState,
} from './contract.js';
export { countsWhenSigned, signedTotals, type Signing } from './signed-once.js';
export {
  assertExtendable,
  assertReachable,
  checkMilestones,
  defaultStartOn,
  milestoneKinds,
  milestonesDue,
  owedOn,
  type Milestone,
  type MilestoneKind,
} from './milestones.js';

export {
  checkUp,
  checkUpRules,
  defaultCheckUp,
  flaggedOn,
  type CheckUpFlag,
  type CheckUpLimits,
  type CheckUpRule,
} from './check-up.js';
export { idleLand, idleLandStates, landReminderMonths, type IdleLandState } from './idle-land.js';
export { contractAreaMu } from './contract-area.js';
export { FAIR_COMPETITION, admitChecklist, assertReviewStays, missingClauses, needsChecklist } from './checklist.js';
export { signingStep } from './signing.js';
export { expiringDue, expiryPlan, type Expiring } from './expiry.js';
export { parentAmong, parentReference, supplementNumber } from './parent-contract.js';
