import { Refusal } from '../refusal/index.js';

/** Bytes per file; a scan of eighty pages at 200 dpi is smaller. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** Files per record; more would use the system as a disk. */
export const MOST_FILES = 50;

/**
 * Allowed attachments with their media types: what an office scans, writes and receives. Nothing a browser would run.
 */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  ofd: { mediaType: 'application/ofd', extensions: ['ofd'] },
  text: { mediaType: 'text/plain; charset=utf-8', extensions: ['txt'] },
  csv: { mediaType: 'text/csv; charset=utf-8', extensions: ['csv'] },
} as const;
export type FileKind = keyof typeof fileKinds;
/** Kinds that an office also has but must convert first. The refusal names the kind. */
export const unkeptKinds = ['heic', 'gif', 'webp', 'tiff', 'bmp', 'rar', '7z', 'doc-xls-ppt', 'program'] as const;
export type UnkeptKind = (typeof unkeptKinds)[number];

export const fileKindNames = Object.keys(fileKinds) as [FileKind, ...FileKind[]];
export const fileExtensions: readonly string[] = fileKindNames.flatMap((kind) => fileKinds[kind].extensions);

/** The name with the ending of its real kind; an ending of that kind stays as typed. */
export function nameAsKind(name: string, kind: FileKind): string {
  const extensions: readonly string[] = fileKinds[kind].extensions;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name);
  if (ending && extensions.includes(ending[1]!.toLowerCase())) return name;
  return `${ending ? name.slice(0, ending.index) : name}.${extensions[0]}`;
}

/** The kind that a file name claims. Refuses `file.type`. The content is checked separately; both must agree. */
export function kindClaimed(name: string): FileKind {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = fileKindNames.find((one) => (fileKinds[one].extensions as readonly string[]).includes(extension));
  if (!kind) throw new Refusal('file.type', { extension, allowed: fileExtensions.join(', ') });
  return kind;
}
