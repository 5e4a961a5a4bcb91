import type { Readable } from 'node:stream';
import type { RouteContract } from '@crm/api-contract/wire';
import { Refusal } from '@crm/domain/refusal';
import { ScannerAway } from '@crm/platform/virus-scan';
import { z } from 'zod';
import { faultsOf } from './read-input.js';
import type { CrmRequest } from './route.decorator.js';
import { UPLOAD_LIMIT } from './server.js';
import { uploadOf } from './uploads.js';

/** The fields of a form, by the shape of the route, and one file. */
export interface Uploaded<Fields> {
  readonly fields: Fields;
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * Reads the plain fields and then `file` from multipart/form-data as a stream; stops at the first byte over the limit,
 * and scans the file if there is a scanner. Refuses `upload.busy` (503), `upload.yours` (429), `upload.slow` (408),
 * `upload.too-large` (413), `upload.missing`, `upload.cut-off`, `upload.infected`, `upload.unscanned` (503), faulty
 * fields, and other content types (415).
 */
export async function readForm<Body extends z.ZodType>(
  contract: RouteContract<z.ZodType, z.ZodType, Body>,
  request: CrmRequest,
  largest = UPLOAD_LIMIT,
): Promise<Uploaded<z.output<Body>>> {
  if (!request.isMultipart()) throw new Refusal('body.type', { expected: 'multipart/form-data' });
  const uploaded = await uploadOf(request, () =>
    readParts(contract.body as Body, request, largest).catch((error: unknown) => {
      throw refused(error, largest);
    }),
  );
  await scanned(request, uploaded.content);
  return uploaded;
}

async function scanned(request: CrmRequest, content: Buffer): Promise<void> {
  try {
    const virus = await request.server.virusScan?.(content);
    if (virus !== undefined) throw new Refusal('upload.infected', { virus: virus.slice(0, 64) }).at('/file');
  } catch (error) {
    if (error instanceof ScannerAway) throw new Refusal('upload.unscanned', { retryAfterSeconds: 10 });
    throw error;
  }
}

async function readParts<Body extends z.ZodType>(
  shape: Body,
  request: CrmRequest,
  largest: number,
): Promise<Uploaded<z.output<Body>>> {
  const sent: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { fileSize: largest } })) {
    if (part.type === 'field') sent[part.fieldname] = part.value;
    else {
      const fields = fieldsOf(shape, sent);
      return { fields, fileName: part.filename ?? '', content: await contentOf(part.file, largest) };
    }
  }
  fieldsOf(shape, sent);
  throw Refusal.fields([{ pointer: '/file', code: 'upload.missing' }]);
}

function fieldsOf<Body extends z.ZodType>(shape: Body, sent: Readonly<Record<string, unknown>>): z.output<Body> {
  const parsed = shape.safeParse(sent, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, ''));
  throw Refusal.fields(faults, { count: faults.length });
}

async function contentOf(file: Readable & { truncated?: boolean }, largest: number): Promise<Buffer> {
  const slices: Buffer[] = [];
  for await (const slice of file) slices.push(slice as Buffer);
  if (file.truncated) throw tooLarge(largest);
  return Buffer.concat(slices);
}

const tooLarge = (largest: number): Refusal => new Refusal('upload.too-large', { megabytes: largest / 1024 / 1024 });

/** Maps the parser's errors by their codes. */
function refused(error: unknown, largest: number): unknown {
  const { code, message = '' } = error as { code?: string; message?: string };
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return tooLarge(largest);
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return Refusal.fields([{ pointer: '/file', code: 'upload.missing' }]);
    case 'ERR_STREAM_PREMATURE_CLOSE':
    case 'ECONNRESET':
    case 'ECONNABORTED':
      return Refusal.unreadable('upload.cut-off');
    default:
      return /^(Unexpected end of|Malformed|Part terminated|Multipart: Boundary not found)/i.test(message)
        ? Refusal.unreadable('upload.cut-off')
        : error;
  }
}
