import { can, reachOf } from '@crm/api-contract/access';
import type { StoredFile } from '@crm/api-contract/files';
import { fileKinds } from '@crm/domain/files';
import type { ShownOf } from '@crm/platform/db';
import { shaped, type Actor } from '../data-access/index.js';
import { fileTable } from './file.entity.js';

export interface FileRow extends ShownOf<typeof fileTable> {
  readonly uploadedByName: string | null;
  readonly removedByName: string | null;
}

export const FILE_COLUMNS = `
  ${fileTable.columns('t')}, u.name AS "uploadedByName", r.name AS "removedByName"
`;
export const FILE_FROM = `
  file t
  LEFT JOIN app_user u ON u.id = t.uploaded_by
  LEFT JOIN app_user r ON r.id = t.removed_by
`;

/** The person who attached it, or who may remove every file. */
export const mayRemove = (actor: Actor, row: Pick<FileRow, 'uploadedBy' | 'removedAt'>): boolean =>
  row.removedAt === null && (answersForAll(actor) || (row.uploadedBy === actor.userId && can(actor, 'delete', 'File')));
/** Removed files are shown to people who may remove every file, and to the auditor. */
export const seesRemoved = (actor: Actor): boolean => answersForAll(actor) || can(actor, 'read', 'AuditEntry');

const answersForAll = ({ role }: Actor): boolean => reachOf(role, 'delete', 'File') === 'zone';

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export const fileView = (row: FileRow, actor: Actor): StoredFile => {
  const { createdAt, updatedAt: _updatedAt, removedAt, removedBy, removedByName, removedReason, ...shown } = row;
  const { uploadedByName, ...file } = shown;
  return shaped<StoredFile>()({
    ...file,
    mediaType: fileKinds[row.kind].mediaType,
    uploadedBy: person(row.uploadedBy, uploadedByName),
    uploadedAt: createdAt,
    removable: mayRemove(actor, row),
    removed:
      removedAt === null ? null : { at: removedAt, by: person(removedBy, removedByName), reason: removedReason ?? '' },
  });
};
