import { Refusal } from '@crm/domain/refusal';
import type { VirusScan } from '@crm/platform/virus-scan';
import type { CrmRequest } from './route.decorator.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** undefined: uploaded files are not scanned. */
    readonly virusScan?: VirusScan;
  }
}

/** Uploaded files stay in memory until they are stored, so all rooms together accept at most this many at once. */
const AT_ONCE = 6;
/** Per person, so that the slow uploads of one person do not block the others. */
const PER_PERSON = 2;
/** An upload that sends fewer bytes than this in this time is stopped, because others need its place. */
const SLOWEST_BYTES = 32 * 1024;
const LOOK_EVERY_MS = 10_000;

const uploading = new Map<string, number>();
const all = (): number => [...uploading.values()].reduce((sum, count) => sum + count, 0);

/** Takes a place and reads the upload. Refuses `upload.busy`, `upload.yours` and `upload.slow`. */
export async function uploadOf<T>(request: CrmRequest, read: () => Promise<T>): Promise<T> {
  const person = request.actor?.userId ?? '';
  const mine = uploading.get(person) ?? 0;
  if (mine >= PER_PERSON) throw new Refusal('upload.yours', { retryAfterSeconds: 3 });
  if (all() >= AT_ONCE) throw new Refusal('upload.busy', { retryAfterSeconds: 3 });
  uploading.set(person, mine + 1);
  try {
    return await notSlow(request, read());
  } finally {
    const left = (uploading.get(person) ?? 1) - 1;
    if (left > 0) uploading.set(person, left);
    else uploading.delete(person);
  }
}

/** After the answer the connection of a slow upload is closed, so that the rest of the file does not arrive. */
async function notSlow<T>(request: CrmRequest, reading: Promise<T>): Promise<T> {
  const { socket } = request.raw;
  let arrived = socket.bytesRead;
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (request.raw.complete || socket.bytesRead - arrived >= SLOWEST_BYTES) arrived = socket.bytesRead;
      else {
        setTimeout(() => socket.destroySoon(), 1_000).unref();
        reject(new Refusal('upload.slow'));
      }
    }, LOOK_EVERY_MS);
  });
  reading.catch(() => undefined);
  return Promise.race([reading, slow]).finally(() => clearInterval(timer));
}
