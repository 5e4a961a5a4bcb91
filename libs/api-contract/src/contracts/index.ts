export {
  AmountIn,
  AreaIn,
  CHANNELS,
  CONTRACT_STATES,
  ContractPromise,
  ContractYear,
  INDICATOR_NAMES,
  MILESTONE_KINDS,
  Milestone,
  PROMISED_INDICATORS,
  Parcel,
  ParcelIn,
  PromiseIn,
  QuantityIn,
  StandingVerdict,
  Typed,
  VERDICTS,
  measure,
  perIndicator,
  quantities,
} from './contract-shapes.js';
export { Contract, ContractRow } from './contract-record.contract.js';
export { InvestmentProject, investmentProjects } from './investment-projects.contract.js';
export { contracts } from './contracts.contract.js';
export { milestones, parcels } from './land-and-milestones.contract.js';
export { ChecklistItem, ContractChecklist, checklistItems, contractChecklists } from './checklist.contract.js';
export { SupportClause, supportClauses } from './support-clauses.contract.js';
