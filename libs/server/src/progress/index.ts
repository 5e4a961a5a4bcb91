export { ProgressModule } from './progress.module.js';
export { ReceiptsService } from './receipts.service.js';
export { CheckUpService } from './check-up.service.js';
export { MilestoneProgressService } from './milestone-progress.service.js';
export { FourBatchesService } from './four-batches.service.js';
export { checkUpDueSource, landDueSource } from './progress.due-source.js';
export { MilestoneExtensionsService } from './milestone-extensions.service.js';
