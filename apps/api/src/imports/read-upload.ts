import type { Readable } from 'node:stream';
import { imports } from '@crm/api-contract/imports';
import { Refusal } from '@crm/domain/refusal';
import type { Upload } from '@crm/server/imports';
import { faultsOf } from '../http/read-input.js';
import type { CrmRequest } from '../http/route.decorator.js';
import { UPLOAD_LIMIT } from '../http/server.js';

/** Files are held in memory until they are stored: no more than this many at once. */
const UPLOADS_AT_ONCE = 4;
let uploading = 0;

/**
 * Reads `kind` and `file` from multipart/form-data, in that order, as they come in; stops at the first byte too many. Refuses `upload.busy` (503),
 * `upload.too-large` (413), `upload.missing`, `upload.cut-off`, and a form that is none (415).
 */
export async function readUpload(request: CrmRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('body.type', { expected: 'multipart/form-data' });
  if (uploading >= UPLOADS_AT_ONCE) throw new Refusal('upload.busy', { retryAfterSeconds: 3 });
  uploading += 1;
  try {
    return await readParts(request);
  } catch (error) {
    throw refused(error);
  } finally {
    uploading -= 1;
  }
}

async function readParts(request: CrmRequest): Promise<Upload> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') fields[part.fieldname] = part.value;
    else {
      const kind = kindOf(fields);
      return { kind, fileName: part.filename, content: await contentOf(part.file) };
    }
  }
  kindOf(fields);
  throw Refusal.fields([{ pointer: '/file', code: 'upload.missing' }]);
}

function kindOf(fields: Readonly<Record<string, unknown>>): Upload['kind'] {
  const parsed = imports.create.body!.safeParse(fields, { reportInput: true });
  if (parsed.success) return parsed.data.kind;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, ''));
  throw Refusal.fields(faults, { count: faults.length });
}

async function contentOf(file: Readable & { truncated?: boolean }): Promise<Buffer> {
  const slices: Buffer[] = [];
  for await (const slice of file) slices.push(slice as Buffer);
  if (file.truncated) throw tooLarge();
  return Buffer.concat(slices);
}

const tooLarge = (): Refusal => new Refusal('upload.too-large', { megabytes: UPLOAD_LIMIT / 1024 / 1024 });

/** The parser's own errors, by their codes. */
function refused(error: unknown): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE': return tooLarge();
    case 'FST_FILES_LIMIT': case 'FST_PARTS_LIMIT': case 'FST_FIELDS_LIMIT': return Refusal.fields([{ pointer: '/file', code: 'upload.missing' }]);
    case 'ERR_STREAM_PREMATURE_CLOSE': case 'ECONNRESET': case 'ECONNABORTED': return Refusal.unreadable('upload.cut-off');
    default: return /^(Unexpected end of|Malformed|Part terminated|Multipart: Boundary not found)/i.test(message) ? Refusal.unreadable('upload.cut-off') : error;
  }
}
