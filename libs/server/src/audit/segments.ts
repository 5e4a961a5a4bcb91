import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RowOf, Rows } from '@crm/platform/db';
import { auditSegmentTable, type ChainHead } from './audit.entity.js';
import type { AuditKeys } from './audit-keys.js';
import type { Found } from './break-kinds.js';
import { beginningOf } from './signed-head.js';

export type Segment = RowOf<typeof auditSegmentTable>;

/** The signed words of a segment, in one fixed order. */
const textOf = (s: Omit<Segment, 'keyId' | 'mac'>): string =>
  JSON.stringify([
    s.chain,
    s.first,
    s.last,
    s.entries,
    s.before,
    s.hash,
    s.fromAt,
    s.toAt,
    s.file,
    s.sha256,
    s.at,
    s.database,
  ]);

export const signSegment = (keys: AuditKeys, unsigned: Omit<Segment, 'keyId' | 'mac'>): Segment => ({
  ...unsigned,
  ...keys.sign('segment', textOf(unsigned)),
});

export interface SegmentsFound {
  readonly count: number;
  /** Where each chain goes on. */
  readonly heads: ReadonlyMap<number, ChainHead>;
  readonly found: readonly Found[];
}

/** Every segment is signed, goes on where the one before ended, and its file is there as it was written. */
export async function checkSegments(rows: Rows, keys: AuditKeys, dir: string): Promise<SegmentsFound> {
  const all = await rows.rows<Segment>(`SELECT ${auditSegmentTable.every()} FROM audit_segment ORDER BY chain, last`);
  const heads = new Map<number, ChainHead>();
  const found: Found[] = [];
  for (const segment of all) {
    const { chain, first, last, before, hash, file, sha256 } = segment;
    const from = heads.get(chain) ?? beginningOf(chain);
    const place = { chain, position: Number(last) };
    if (
      !keys.holds('segment', textOf(segment), segment) ||
      BigInt(first) !== BigInt(from.length) + 1n ||
      before !== from.hash
    ) {
      found.push({ kind: 'segment', ...place });
      continue;
    }
    heads.set(chain, { chain, length: last, hash });
    if ((await sha256Of(join(dir, file))) !== sha256) found.push({ kind: 'segment-file', ...place });
  }
  return { count: all.length, heads, found: [...found, ...(await leftBehind(rows, heads))] };
}

/** A link where a segment has left. */
async function leftBehind(rows: Rows, heads: ReadonlyMap<number, ChainHead>): Promise<Found[]> {
  const links = await rows.rows<{ chain: number; position: string; entry: string }>(
    `SELECT DISTINCT ON (l.chain) l.chain, l.position::text, l.seq::text AS entry
     FROM jsonb_to_recordset($1::jsonb) AS s(chain int, length bigint)
     JOIN audit_link l ON l.chain = s.chain AND l.position <= s.length
     ORDER BY l.chain, l.position`,
    [JSON.stringify([...heads.values()])],
  );
  return links.map(({ chain, position, entry }) => ({ kind: 'order', chain, position: Number(position), entry }));
}

/** undefined: there is no such file. */
export async function sha256Of(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}
