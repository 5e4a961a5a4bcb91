import { can } from '@crm/api-contract/access';
import type { FileSubjectType, StoredFile } from '@crm/api-contract/files';
import { fileKinds, type FileKind } from '@crm/domain/files';
import { type Actor } from '../data-access/index.js';

export interface FileRow {
  id: string;
  subject_type: FileSubjectType;
  subject_id: string;
  contract_id: string | null;
  name: string;
  kind: FileKind;
  bytes: number;
  sha256: string;
  note: string;
  uploaded_by: string | null;
  uploaded_by_name: string | null;
  created_at: string;
  removed_at: string | null;
  removed_by: string | null;
  removed_by_name: string | null;
  removed_reason: string | null;
  demo: boolean;
  version: number;
}

export const FILE_COLUMNS = `t.id, t.subject_type, t.subject_id, t.contract_id, t.name, t.kind, t.bytes, t.sha256, t.note, t.uploaded_by,
   u.name AS uploaded_by_name, t.created_at, t.removed_at, t.removed_by, r.name AS removed_by_name, t.removed_reason,
   t.demo, t.version`;
export const FILE_FROM =
  'file t LEFT JOIN app_user u ON u.id = t.uploaded_by LEFT JOIN app_user r ON r.id = t.removed_by';

/** The person who attached it, or a manager. */
export const mayRemove = (actor: Actor, row: Pick<FileRow, 'uploaded_by' | 'removed_at'>): boolean =>
  row.removed_at === null && (row.uploaded_by === actor.userId || can(actor, 'delete', 'File'));
/** Removed files are shown to those who may delete. */
export const seesRemoved = (actor: Actor): boolean => can(actor, 'delete', 'File') || can(actor, 'read', 'AuditEntry');

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

export const fileView = (row: FileRow, actor: Actor): StoredFile => ({
  id: row.id,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  contractId: row.contract_id,
  name: row.name,
  kind: row.kind,
  mediaType: fileKinds[row.kind].mediaType,
  bytes: row.bytes,
  sha256: row.sha256,
  note: row.note,
  uploadedBy: person(row.uploaded_by, row.uploaded_by_name),
  uploadedAt: row.created_at,
  removable: mayRemove(actor, row),
  removed:
    row.removed_at === null
      ? null
      : { at: row.removed_at, by: person(row.removed_by, row.removed_by_name), reason: row.removed_reason ?? '' },
  demo: row.demo,
  version: row.version,
});
