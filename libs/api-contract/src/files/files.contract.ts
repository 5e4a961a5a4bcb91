import { LARGEST_FILE, MOST_FILES, fileKindNames } from '@crm/domain/files';
import { z } from 'zod';
import { id, instant, line, listQuery, note, pageOf, route, searched, version } from '../wire/index.js';

/** Records that can have files. Each room decides who may see one of its records (server, `FileSubjects`). */
export const FILE_SUBJECTS = [
  'contract',
  'supplement',
  'correction',
  'commitment',
  'actual',
  'milestone',
  'receipt',
  'approval',
  'waiver',
  'consequence',
] as const;
export type FileSubjectType = (typeof FILE_SUBJECTS)[number];

const person = z.object({ id, name: z.string() });

export const StoredFile = z
  .object({
    id,
    subjectType: z.enum(FILE_SUBJECTS),
    subjectId: id,
    contractId: id.nullable().meta({ description: 'the contract that the record belongs to' }),
    name: z.string(),
    kind: z.enum(fileKindNames),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    note: z.string(),
    uploadedBy: person.nullable(),
    uploadedAt: instant,
    removable: z.boolean().meta({ description: 'the caller may remove it' }),
    removed: z.object({ at: instant, by: person.nullable(), reason: z.string() }).nullable(),
    demo: z.boolean(),
    version,
  })
  .meta({ id: 'StoredFile' });

const one = z.object({ id });

/** 附件: scans and evidence, stored with the record they belong to. */
export const files = {
  attach: route({
    method: 'POST',
    path: '/files',
    costs: 'upload',
    access: ['create', 'File'],
    status: 201,
    multipart: true,
    summary: { zh: '上传附件', en: 'Attach a file' },
    description: `multipart/form-data, \`subjectType\` and \`subjectId\` before \`file\`: PDF, JPEG, PNG, docx, xlsx, OFD, txt, csv; ${LARGEST_FILE / 1024 / 1024} MB at most, ${MOST_FILES} to a subject. Name and content must agree; what a browser would run is refused.`,
    body: z.strictObject({ subjectType: z.enum(FILE_SUBJECTS), subjectId: id, note: note(200).optional() }),
    response: StoredFile,
    refuses: [
      'upload.missing',
      'upload.too-large',
      'upload.cut-off',
      'upload.name',
      'upload.busy',
      'upload.yours',
      'upload.slow',
      'upload.infected',
      'upload.unscanned',
      'file.empty',
      'file.type',
      'file.kind',
      'file.content',
      'file.macros',
      'file.too-many',
      'file.duplicate',
      'file.subject',
    ],
  }),
  list: route({
    method: 'GET',
    path: '/files',
    access: ['read', 'File'],
    summary: { zh: '附件列表', en: 'Files' },
    description:
      'Of one record (`subjectType` and `subjectId`), or of a contract with all its records (`contractId`). Managers and auditors see removed files with `removed: true`.',
    query: listQuery({
      filter: { subjectType: z.enum(FILE_SUBJECTS), subjectId: id, contractId: id, removed: z.boolean(), q: searched },
      sorts: ['uploadedAt', 'name', 'bytes'],
      defaultSort: 'uploadedAt',
      defaultOrder: 'desc',
    }),
    response: pageOf(StoredFile),
    refuses: ['file.subject'],
  }),
  content: route({
    method: 'GET',
    path: '/files/:id/content',
    access: ['read', 'File'],
    summary: { zh: '下载附件', en: 'Download a file' },
    description: 'Always as an attachment; a browser never shows it in the page.',
    params: one,
    download: 'application/octet-stream',
  }),
  remove: route({
    method: 'POST',
    path: '/files/:id/remove',
    access: ['delete', 'File'],
    status: 200,
    guarded: true,
    summary: { zh: '移除附件', en: 'Remove a file' },
    description:
      'By the person who attached it, or a manager. The file is marked as removed and kept, with the reason.',
    params: one,
    body: z.strictObject({ reason: line(200) }),
    response: StoredFile,
    refuses: ['file.removed', 'access.denied'],
  }),
};

export type StoredFile = z.infer<typeof StoredFile>;
