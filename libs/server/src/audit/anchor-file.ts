import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SignedHead } from './signed-head.js';

const NAME = 'signed-heads.ndjson';
/** Of the end of the file, to see which heads it has. */
const TAIL_BYTES = 65_536;

/**
 * Adds signed heads to the file outside the database, one line each. The file is only ever added to. Several processes
 * may add: a line is written at once, and its number says where it belongs.
 */
export async function addToAnchorFile(dir: string, heads: readonly SignedHead[]): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o750 });
  const file = await open(join(dir, NAME), 'a+', 0o640);
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const there = new Set([...buffer.toString('utf8').matchAll(/^\{"n":"(\d+)"/gm)].map(([, n]) => n));
    const lines = heads.filter(({ n }) => !there.has(n)).map(lineOf);
    if (lines.length === 0) return;
    // A line that a crash cut off must not take the next one with it.
    const broken = size > 0 && !buffer.toString('utf8').endsWith('\n');
    await file.appendFile(`${broken ? '\n' : ''}${lines.join('')}`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function lineOf({ n, at, reason, day, database, guards, heads, previous, keyId, mac }: SignedHead): string {
  return `${JSON.stringify({ n, at, reason, day, database, guards, heads, previous, keyId, mac })}\n`;
}

/** Each line as a head; undefined for a line that is none. Nothing if the file is not there. */
export async function* anchorFileLines(dir: string): AsyncGenerator<SignedHead | undefined> {
  const file = await open(join(dir, NAME), 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return;
  await file.close();
  for await (const line of createInterface({ input: createReadStream(join(dir, NAME)), crlfDelay: Infinity }))
    if (line !== '') yield headIn(line);
}

function headIn(line: string): SignedHead | undefined {
  try {
    const read = JSON.parse(line) as SignedHead;
    return typeof read.n === 'string' && /^\d{1,18}$/.test(read.n) && Array.isArray(read.heads) ? read : undefined;
  } catch {
    return undefined;
  }
}
