export { StoredFile, files, type FileSubjectType } from './files.contract.js';
