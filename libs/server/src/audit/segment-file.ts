import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from '@crm/platform/db';
import type { Segment } from './segments.js';
import { sha256Of } from './segments.js';

const PAGE = 2_000;

/** The links of one chain that leave, both ends included. */
export interface Leaving {
  readonly chain: number;
  readonly first: string;
  readonly last: string;
}

/** What is written of an entry: everything that its hash and seal were computed over, as the database wrote it. */
const LINE = `
  json_build_object(
    'position', l.position::text, 'seq', e.seq::text, 'at', extract(epoch FROM e.at)::text, 'actor', e.actor,
    'request', e.request, 'action', e.action, 'subject', e.subject, 'subjectId', e.subject_id,
    'before', e.before::text, 'after', e.after::text, 'tx', e.tx::text, 'version', l.version,
    'prevHash', encode(l.prev_hash, 'hex'), 'hash', encode(l.hash, 'hex'), 'keyId', l.key_id,
    'nonce', encode(l.nonce, 'hex'), 'mac', encode(l.mac, 'hex')
  )::text`;

async function* linesOf(database: Database, { chain, first, last }: Leaving): AsyncGenerator<string> {
  for (let after = BigInt(first) - 1n; after < BigInt(last);) {
    const page = await database.read((rows) =>
      rows.rows<{ line: string; position: string }>(
        `SELECT l.position::text, ${LINE} AS line
         FROM audit_link l
         JOIN audit_entry e ON e.seq = l.seq
         WHERE l.chain = $1 AND l.position > $2 AND l.position <= $3
         ORDER BY l.position
         LIMIT ${PAGE}`,
        [chain, String(after), last],
      ),
    );
    for (const { line } of page) yield `${line}\n`;
    const end = page.at(-1);
    if (!end) throw new Error(`chain ${chain} has nothing after ${after}`);
    after = BigInt(end.position);
  }
}

/** Writes the entries as lines of JSON, packed, wholly or not at all. Returns the name of the file and its digest. */
export async function writeSegmentFile(database: Database, dir: string, leaving: Leaving) {
  await mkdir(dir, { recursive: true, mode: 0o750 });
  const file = `chain-${String(leaving.chain).padStart(2, '0')}-${leaving.first}-${leaving.last}.ndjson.gz`;
  const half = join(dir, `${file}.part`);
  await pipeline(
    Readable.from(linesOf(database, leaving)),
    createGzip(),
    createWriteStream(half, { mode: 0o440, flush: true }),
  );
  const sha256 = await sha256Of(half);
  if (sha256 === undefined) throw new Error(`${half} is gone`);
  await rename(half, join(dir, file));
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
  return { file, sha256 };
}

/** The signed row beside the file, so that the file proves itself without the database. */
export const writeManifest = (dir: string, segment: Segment): Promise<void> =>
  writeFile(join(dir, `${segment.file}.manifest.json`), `${JSON.stringify(segment, null, 1)}\n`, {
    mode: 0o440,
    flush: true,
  });
