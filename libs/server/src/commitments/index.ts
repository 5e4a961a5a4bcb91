export { ActualsService } from './actuals.service.js';
export { commitmentsDueSource } from './commitments.due-source.js';
export { CommitmentsModule } from './commitments.module.js';
export { CommitmentsService } from './commitments.service.js';
export { ContractPromises } from './contract-promises.js';
export { pinned } from './entered-promise.js';
export {
  contractsForFigures,
  enterActuals,
  findActuals,
  type FigureEntry,
  type FigureKey,
  type FoundFigure,
  type FurtherFigureEntry,
} from './ledger-figures.js';
export { enterSignedContracts, type LedgerEntry, type LedgerResult } from './ledger-entry.js';
export type { LedgerPromise } from './ledger-promise.js';
export { revertImport, type Reverted } from './revert-import.js';
export {
  isBelowStandard,
  promisesOnLand,
  reworded,
  writeWording,
  type Reworded,
  type StandingPromise,
  type Rewording,
} from './reword-promise.js';
export { StandardPreviewsService } from './standard-previews.service.js';
export { touchedDrafts } from './touched-drafts.js';
export { demandUntouched, unspokenOf, type AmendedVersions } from './untouched-since-import.js';
export { grantWaiver, type GrantedWaiver } from './waivers.js';
export { figuresKnown } from './figures-known.js';
