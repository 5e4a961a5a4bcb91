export { Receipt, receipts } from './receipts.contract.js';
export { BoardRow, IdleLandRow, milestoneExtensions, progress } from './milestone-progress.contract.js';
export { CheckUpLimits, CheckUpRow, checkUps } from './check-up.contract.js';
export { fourBatches } from './four-batches.contract.js';
