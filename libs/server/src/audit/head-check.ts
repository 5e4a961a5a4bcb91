import type { Rows } from '@crm/platform/db';
import { auditHeadTable, type ChainHead } from './audit.entity.js';
import type { AuditKeys } from './audit-keys.js';
import type { Found } from './break-kinds.js';
import { follows, holds, type Place, type SignedHead } from './signed-head.js';

const PAGE = 2_000;
/** A head is stored first and then written to the file. */
const ON_ITS_WAY_MS = 60_000;
/** The worker signs each minute; after so long it is not at work. */
const SEALED_WITHIN_MINUTES = 15;
/** An anchor is due shortly after midnight. */
const ANCHORED_WITHIN_HOURS = 1;

export interface HeadsFound {
  readonly count: number;
  readonly anchors: number;
  readonly last: SignedHead | undefined;
  /** The seal of each signed head by its number, to compare with the file outside. */
  readonly macs: ReadonlyMap<string, string>;
  /** Signed during the check, or last and a moment ago: they may not have reached the file yet. */
  readonly onTheirWay: ReadonlySet<string>;
  /** Up to where links may be unsealed. */
  readonly adopted: ReadonlyMap<number, string>;
  readonly found: readonly Found[];
}

/** The signed heads one after another: none forged, missing or from elsewhere, and the chains still have them. */
export async function checkHeads(
  rows: Rows,
  keys: AuditKeys,
  place: Place,
  segments: ReadonlyMap<number, ChainHead>,
): Promise<HeadsFound> {
  const macs = new Map<string, string>();
  const adopted = new Map<number, string>();
  const onTheirWay = new Set<string>();
  const found: Found[] = [];
  const first = (one: Found) => {
    if (!found.some(({ kind }) => kind === one.kind)) found.push(one);
  };
  let [before, anchors, elsewhere]: [SignedHead | undefined, number, SignedHead | undefined] = [
    undefined,
    0,
    undefined,
  ];
  for (;;) {
    const page: SignedHead[] = await rows.rows<SignedHead>(
      `SELECT ${auditHeadTable.every()} FROM audit_head WHERE n > $1 ORDER BY n LIMIT ${PAGE}`,
      [before?.n ?? '0'],
    );
    for (const head of page) {
      if (!holds(keys, head)) first({ kind: keys.knows(head.keyId) ? 'head-forged' : 'key-unknown', head: head.n });
      else if (!follows(head, before)) first({ kind: 'head-missing', head: head.n });
      // After a move to another server the operator adopts the trail there.
      if (head.database !== place.database) elsewhere = head;
      if (head.reason === 'adopted') {
        if (head.database === place.database) elsewhere = undefined;
        for (const { chain, length } of head.heads) adopted.set(chain, length);
      }
      if (head.reason === 'anchor') anchors += 1;
      macs.set(head.n, head.mac);
      if (Date.parse(head.at) >= Date.parse(place.at)) onTheirWay.add(head.n);
      before = head;
    }
    if (page.length < PAGE) break;
  }
  if (elsewhere) first({ kind: 'database', head: elsewhere.n });
  if (before && before.guards !== place.guards) first({ kind: 'guards', head: before.n });
  if (before && Date.parse(before.at) > Date.parse(place.at) - ON_ITS_WAY_MS) onTheirWay.add(before.n);
  return {
    count: macs.size,
    anchors,
    last: before,
    macs,
    onTheirWay,
    adopted,
    found: [...found, ...(await lostHeads(rows, segments))],
  };
}

/** For each chain the first signed head that its links no longer have. What left as a segment is not looked for. */
async function lostHeads(rows: Rows, segments: ReadonlyMap<number, ChainHead>): Promise<Found[]> {
  const lost = await rows.rows<{ chain: number; position: string; head: string }>(
    `SELECT DISTINCT ON (x.chain) x.chain, x.length::text AS position, h.n::text AS head
     FROM audit_head h
     CROSS JOIN LATERAL jsonb_to_recordset(h.heads) AS x(chain int, length bigint, hash text)
     LEFT JOIN jsonb_to_recordset($1::jsonb) AS s(chain int, length bigint) ON s.chain = x.chain
     LEFT JOIN audit_link l ON l.chain = x.chain AND l.position = x.length
     WHERE x.length > coalesce(s.length, 0) AND (l.hash IS NULL OR encode(l.hash, 'hex') <> x.hash)
     ORDER BY x.chain, h.n`,
    [JSON.stringify([...segments.values()])],
  );
  return lost.map(({ chain, position, head }) => ({ kind: 'anchor', chain, position: Number(position), head }));
}

/** What should have been signed by now. `since`: the entries after the last signed head. */
export async function checkPunctual(rows: Rows, zone: string): Promise<Found[]> {
  const late = await rows.one<{ unsigned: boolean; days: number | null }>(
    `WITH known AS (
       SELECT x.chain, max(x.length) AS length
       FROM audit_head h
       CROSS JOIN LATERAL jsonb_to_recordset(h.heads) AS x(chain int, length bigint)
       GROUP BY x.chain
     ),
     anchored AS (
       SELECT
         coalesce(
           (SELECT max(day) FROM audit_head WHERE reason = 'anchor'),
           (SELECT (at AT TIME ZONE $1)::date FROM audit_entry ORDER BY seq LIMIT 1)
         ) AS day
     )
     SELECT
       EXISTS (
         SELECT
         FROM audit_chain c
         LEFT JOIN known k ON k.chain = c.chain
         JOIN audit_link l ON l.chain = c.chain AND l.position = coalesce(k.length, 0) + 1
         JOIN audit_entry e ON e.seq = l.seq
         WHERE e.at < clock_timestamp() - make_interval(mins => ${SEALED_WITHIN_MINUTES})
       ) AS unsigned,
       (
         SELECT ((clock_timestamp() - make_interval(hours => ${ANCHORED_WITHIN_HOURS})) AT TIME ZONE $1)::date - day
         FROM anchored
       ) AS days`,
    [zone],
  );
  return [
    ...(late?.unsigned ? [{ kind: 'seals-late' } as const] : []),
    ...((late?.days ?? 0) > 0 ? [{ kind: 'anchors-late', days: late?.days ?? 0 } as const] : []),
  ];
}
