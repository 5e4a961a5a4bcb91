import { worded } from '../providers/i18nProvider.js';

/** 附件 for any record's page: `<FilesCard subjectType="contract" subjectId={id} />`. */
export const FilesCard = worded(() => import('./FilesCard.js'), 'files');
export { EvidenceField } from './EvidenceField.js';
export { useEvidence } from './useEvidence.js';
export { useFileCount } from './useFileCount.js';
