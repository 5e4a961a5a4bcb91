import { Inflate } from 'fflate';
import { SpreadsheetFault, limits, tooLarge } from './limits.js';

/** One part of the package, from the central directory at its end, the only list that Excel uses. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly method: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;
/** fflate returns everything that one push unpacks at once, at most 1,032 times its size, so each push is small. */
const SLICE = 4 * 1024;

/** Office programs compare part names without case, and some writers use backslashes (ECMA-376 part 2). */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

const damaged = (): SpreadsheetFault => new SpreadsheetFault('sheet.damaged');

/** Reads the list of parts without unpacking. Refuses `sheet.damaged`, `sheet.encrypted` and too many entries. */
export function listEntries(file: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw tooLarge('entries');
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new SpreadsheetFault('sheet.encrypted');
    const nameBytes = view.getUint16(at + 28, true);
    const name = Buffer.from(file.buffer, file.byteOffset + at + 46, nameBytes).toString('utf8');
    entries.set(partName(name), {
      name,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  // A comment of at most 65,535 bytes may follow the end record.
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw damaged();
}

/** Counts the unpacked bytes of all parts of a file together. */
export class Unpacker {
  private unpacked = 0;

  constructor(private readonly file: Uint8Array) {}

  /** Unpacks the part in slices; throws at the first byte over a limit, before the next slice. */
  unpack(entry: ZipEntry, take: (slice: Uint8Array, last: boolean) => void): void {
    const packed = this.packedBytes(entry);
    let part = 0;
    const counted = (slice: Uint8Array, last: boolean): void => {
      part += slice.byteLength;
      this.unpacked += slice.byteLength;
      if (this.unpacked > limits.unpackedBytes) throw tooLarge('unpackedBytes');
      if (part > limits.ratioFromBytes && part > limits.ratio * packed.byteLength) throw tooLarge('ratio');
      take(slice, last);
    };
    if (entry.method === STORED) return counted(packed, true);
    if (entry.method !== DEFLATED) throw damaged();
    let ended = false;
    const inflate = new Inflate((slice, last) => {
      ended ||= last;
      counted(slice, last);
    });
    for (let at = 0; at < packed.byteLength && !ended; at += SLICE)
      inflating(() => inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.byteLength));
    if (!ended) throw damaged();
  }

  private packedBytes(entry: ZipEntry): Uint8Array {
    const view = new DataView(this.file.buffer, this.file.byteOffset, this.file.byteLength);
    if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== LOCAL) throw damaged();
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    if (start + entry.packedBytes > view.byteLength) throw damaged();
    return this.file.subarray(start, start + entry.packedBytes);
  }
}

/** Hides fflate's own errors about a broken stream; errors of our callbacks are rethrown. */
function inflating(push: () => void): void {
  try {
    push();
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') throw damaged();
    throw error;
  }
}
