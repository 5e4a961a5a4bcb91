export { ABOUT_CONTRACT, ABOUT_CONTRACT_JOINS, aboutContract, type AboutContract } from './about-contract.js';
export { ContractsModule } from './contracts.module.js';
export { ContractsService } from './contracts.service.js';
export { SignContractService } from './sign-contract.service.js';
export { ReviewContractService, asAsked } from './review-contract.service.js';
export { ContractLifeService } from './contract-life.service.js';
export { ChecklistService } from './checklist.service.js';
export { ProjectsService } from './projects.service.js';
export { LandAndMilestonesService } from './land-and-milestones.service.js';
export {
  visibleContracts,
  contractById,
  contractTo,
  milestonesOf,
  milestonesOfAll,
  standardsAt,
  SIGNED_STATES,
  COUNTED_KINDS,
  takesOverOn,
  standsOn,
  counted,
  owedOnOf,
} from './contracts.store.js';
export { SupportClausesService } from './support-clauses.service.js';
export { contractsDueSource } from './contracts.due-source.js';
export { contractUnits } from './contract-units.js';
export {
  amountOf,
  measured,
  landOf,
  assertOwnLife,
  nextNumber,
  insertParcels,
  newParcels,
  assertDraft,
  assertKnown,
  type MeasuredParcel,
} from './draft-contract.js';
export { Promises, PROMISES, type KeptStandards } from './promises.js';
export { contractTurn, contractsKnownAt, keepAsKnown, replaceStandards } from './known-contract.js';
export { findContracts, type FoundContract } from './find-contracts.js';
export { enterContracts, type EnteredContract } from './ledger-entry.js';
export type { LedgerContract } from './ledger-contract.js';
export { contractTable, milestoneTable, parcelTable, type TypedAmount } from './contract.entity.js';
export { OF_A_PROJECT, contractFollowers } from './merge-contracts.js';
export { heldContracts, heldDrafts } from './held-contracts.js';
