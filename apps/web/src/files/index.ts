import { lazy } from 'react';

/** 附件: what any record's page hangs in; `<FilesCard subjectType="contract" subjectId={id} />`. */
export const FilesCard = lazy(() => import('./FilesCard.js'));
