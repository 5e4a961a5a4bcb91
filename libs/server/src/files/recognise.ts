import { fileExtensions, fileKindNames, kindClaimed, type FileKind, type UnkeptKind } from '@crm/domain/files';
import { Refusal } from '@crm/domain/refusal';
import { SpreadsheetFault, listEntries } from '@crm/platform/spreadsheet';

const HEAD = 1_024;
const starts = (file: Buffer, ...bytes: number[]): boolean => bytes.every((byte, at) => file[at] === byte);
/** Content that a browser would treat as a page, whatever its name. */
const PAGE = /<(?:!doctype|html|head|body|script|svg|iframe)[\s>]/i;
/** The EICAR test string, which every virus scanner knows. It is used to test gateways, and it is a program. */
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR';

/** Bytes that a scanner or a mail gateway may append to a scan. */
const BEHIND = 64 * 1_024;

/**
 * The kind of a file, by its content: a photo with the ending of a scan is stored as a photo. The file must not be two
 * things at once (a picture with an archive behind it). Nothing is unpacked. Refuses `file.empty`, `file.type`,
 * `file.kind` (a known kind that is not accepted, with its name), `file.content` and `file.macros`.
 */
export function recognise(name: string, file: Buffer): FileKind {
  if (file.byteLength === 0) throw new Refusal('file.empty');
  const found = unkeptKind(file);
  if (found) throw new Refusal('file.kind', { found, allowed: fileExtensions.join(', ') });
  if (file.subarray(0, HEAD).includes(EICAR)) throw new Refusal('file.content');
  // Text has no signature, so only the file name can say that it is text.
  const really = fileKindNames.find((one) => one !== 'text' && one !== 'csv' && looksLike[one](file));
  if (really) return really;
  const kind = kindClaimed(name);
  if (!looksLike[kind](file)) throw new Refusal('file.content', { kind });
  return kind;
}

/** Signatures at the beginning of a file; for HEIC, after the length of its first box. */
const MARKS: readonly (readonly [kind: UnkeptKind, at: number, mark: string])[] = [
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['bmp', 0, 'BM'],
  ['rar', 0, 'Rar!\x1a\x07'],
  ['7z', 0, '7z\xbc\xaf\x27\x1c'],
  ['doc-xls-ppt', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['program', 0, 'MZ'],
  ['program', 0, '\x7fELF'],
];

/** Many texts begin with two such letters. So a signature that short needs a non-text byte behind it. */
function unkeptKind(file: Buffer): UnkeptKind | null {
  const head = file.subarray(0, 64).toString('latin1');
  const found = MARKS.find(([, at, text]) => head.startsWith(text, at));
  if (!found) return null;
  const [kind, , mark] = found;
  return mark.length > 2 || head.includes('\0') ? kind : null;
}

const looksLike: Readonly<Record<FileKind, (file: Buffer) => boolean>> = {
  pdf: (file) =>
    file.subarray(0, 5).equals(Buffer.from('%PDF-')) && file.subarray(-BEHIND).includes('%%EOF') && alone(file),
  jpeg: (file) => starts(file, 0xff, 0xd8, 0xff) && alone(file),
  png: (file) =>
    starts(file, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) &&
    file.subarray(-BEHIND).includes('IEND') &&
    alone(file),
  docx: (file) => holds(file, '[Content_Types].xml', 'word/document.xml'),
  xlsx: (file) => holds(file, '[Content_Types].xml', 'xl/workbook.xml'),
  ofd: (file) => holds(file, 'OFD.xml'),
  text: plainText,
  csv: plainText,
};

/** No web page at its beginning and no archive at its end: no archive end record that reaches the last byte. */
function alone(file: Buffer): boolean {
  if (PAGE.test(file.subarray(0, HEAD).toString('latin1'))) return false;
  const from = Math.max(0, file.byteLength - 22 - 0xffff);
  for (let at = file.byteLength - 22; at >= from; at -= 1)
    if (file.readUInt32LE(at) === 0x06054b50 && at + 22 + file.readUInt16LE(at + 20) === file.byteLength) return false;
  return true;
}

function holds(file: Buffer, ...parts: string[]): boolean {
  if (!starts(file, 0x50, 0x4b, 0x03, 0x04)) return false;
  const names = namesIn(file);
  if (names.some((name) => /(?:^|\/)vbaProject\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|ps1|scr|hta)$/i.test(name)))
    throw new Refusal('file.macros');
  return parts.every((part) => names.includes(part)) && !names.some((name) => name.split(/[/\\]/).includes('..'));
}

function namesIn(file: Buffer): string[] {
  try {
    return [...listEntries(file).values()].map(({ name }) => name.replace(/^\//, ''));
  } catch (error) {
    if (error instanceof SpreadsheetFault) return [];
    throw error;
  }
}

/** Text is UTF-8 or GB 18030 without NUL; it has no markup in its first lines. */
function plainText(file: Buffer): boolean {
  const head = file.subarray(0, HEAD).toString('latin1');
  if (file.includes(0) || PAGE.test(head) || /^(?:\xef\xbb\xbf)?\s*</.test(head)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file).length > 0;
    } catch {
      return false;
    }
  });
}
