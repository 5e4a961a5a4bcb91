export { SupplementsModule } from './supplements.module.js';
export { SupplementsService } from './supplements.service.js';
export { RenewalsService } from './renewals.service.js';
export { parentsOf, supplementsOfProjects, type LedgerParent, type FoundSupplement } from './ledger-parents.js';
export { belowIn } from './amended-contract.js';
export { changeContract, type ContractChange } from './change-contract.js';
export { contractFacts, movedVerdicts, standingOf } from './contract-facts.js';
export { LedgerSupplements, type Amended } from './ledger-supplements.js';
