import { worded } from '../providers/i18nProvider.js';

/** 附件: what any record's page hangs in; `<FilesCard subjectType="contract" subjectId={id} />`. */
export const FilesCard = worded(() => import('./FilesCard.js'));
