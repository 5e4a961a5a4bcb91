export * from './imports.module.js';
export * from './imports.jobs.js';
export { AcceptUpload, type Upload } from './accept-upload.js';
export { ChangeInstructions } from './change-instructions.js';
export { ImportsService } from './imports.service.js';
export { ReadSheet } from './read-sheet.js';
export { CheckRows } from './check-rows.js';
export { CommitRows } from './commit-rows.js';
