export {
  batchRoles,
  batchTotals,
  batches,
  changePercent,
  reachedBatch,
  signedBatch,
  type Batch,
  type BatchRow,
  type Reached,
} from './four-batches.js';
export { assertPeriod, periodBefore, type Period } from './period.js';
export { checkUpDue, checkUpPlan, idleLandDue, landPlan, startDue, startPlan } from './progress-dues.js';
