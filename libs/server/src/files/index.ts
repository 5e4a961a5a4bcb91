export { FilesModule } from './files.module.js';
export { FilesService } from './files.service.js';
export { FileVault } from './file-vault.js';
export { FileSubjects } from './file-subjects.js';
export { SweepFilesService } from './sweep-files.service.js';
export { sweepFiles, fileJobs } from './files.jobs.js';
export { seesRemoved } from './file.view.js';
