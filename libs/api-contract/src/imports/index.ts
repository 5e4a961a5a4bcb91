export { Import, ImportCounts, ImportFault, ImportSummary, type ImportStatus } from './import-record.contract.js';
export { ImportQuestion } from './import-questions.contract.js';
export { RowCorrection } from './row-corrections.contract.js';
export { UnitCheck } from './sheet-mapping.contract.js';
export { imports } from './imports.contract.js';
export type { RowOutcome, SheetRow } from './sheet-rows.contract.js';
