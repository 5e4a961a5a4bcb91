import type { Rows } from '@crm/platform/db';
import type { ChainHead } from './audit.entity.js';
import type { AuditKeys } from './audit-keys.js';
import type { Found } from './break-kinds.js';

/** The chains of the database; the last is for large imports (docs/adr/0017). */
export const CHAINS: readonly number[] = Array.from({ length: 17 }, (_, chain) => chain);
/** Links in one statement: far below its time limit. */
const PAGE = 20_000;

/** From where a chain is checked, and up to which position its links may be unsealed (adopted). */
export interface Stretch {
  readonly from: ChainHead;
  readonly unsealedUpTo: string;
}

export interface Checked {
  readonly head: ChainHead;
  readonly found: Found | undefined;
  readonly links: number;
}

interface Page {
  readonly length: string;
  readonly hash: string;
  readonly links: number;
  readonly more: boolean;
  readonly position: string | null;
  readonly seq: string | null;
  readonly kind: Found['kind'] | null;
}

/**
 * Checks one chain from a head that is known to its end. Returns where it ends, and the first broken place. Without
 * keys the seals are not checked.
 */
export async function checkChain(
  rows: Rows,
  keys: AuditKeys | undefined,
  { from, unsealedUpTo }: Stretch,
): Promise<Checked> {
  const { chain } = from;
  let head = from;
  for (let links = 0; ;) {
    const page = await pageAfter(rows, head, unsealedUpTo);
    links += page.links;
    const reached = { chain, length: page.length, hash: page.hash };
    if (page.kind)
      return {
        head: reached,
        links,
        found: { kind: page.kind, chain, position: Number(page.position), entry: page.seq },
      };
    const found = keys && (await badSeal(rows, keys, head, page.length));
    if (found || !page.more) return { head: reached, links, found };
    head = reached;
  }
}

/** One page, judged in one statement, so at one moment. At the end of the chain it is compared with its head. */
const pageAfter = async (rows: Rows, { chain, length, hash }: ChainHead, unsealedUpTo: string): Promise<Page> =>
  (await rows.one<Page>(
    `WITH linked AS (
       SELECT
         l.seq, l.position, l.prev_hash, l.hash, l.mac IS NULL AS bare, e.seq IS NULL AS gone, e.tx,
         CASE WHEN l.version = 1 AND l.position <= $4::bigint THEN audit_digest(l.prev_hash, e)
           ELSE audit_digest_2(l.prev_hash, e) END AS digest
       FROM
         (
           SELECT *
           FROM audit_link
           WHERE chain = $1 AND position > $2::bigint
           ORDER BY position
           LIMIT ${PAGE + 1}
         ) l
       LEFT JOIN audit_entry e ON e.seq = l.seq
     ),
     placed AS (
       SELECT
         *, $2::bigint + row_number() OVER w AS expected, coalesce(lag(hash) OVER w, decode($3, 'hex')) AS before,
         lead(tx) OVER w AS next_tx
       FROM linked
       WINDOW w AS (ORDER BY position, seq)
     ),
     page AS (SELECT * FROM placed WHERE expected <= $2::bigint + ${PAGE}),
     tail AS (
       SELECT
         coalesce(max(position), $2::bigint) AS length,
         coalesce((array_agg(hash ORDER BY position DESC))[1], decode($3, 'hex')) AS hash, count(*)::int AS links,
         (SELECT count(*) FROM linked) > ${PAGE} AS more
       FROM page
     ),
     judged AS (
       SELECT
         position, seq,
         CASE
           WHEN position <> expected THEN 'link-missing'
           WHEN gone THEN 'entry-missing'
           WHEN prev_hash IS DISTINCT FROM before THEN 'order'
           WHEN hash IS DISTINCT FROM digest THEN 'content'
           WHEN bare AND position > $4::bigint AND next_tx IS DISTINCT FROM tx THEN 'unsealed'
         END AS kind
       FROM page
       UNION ALL
       SELECT tail.length, NULL, 'head'
       FROM tail
       LEFT JOIN audit_chain c ON c.chain = $1
       WHERE NOT tail.more AND (c.length IS DISTINCT FROM tail.length OR c.hash IS DISTINCT FROM tail.hash)
     ),
     broken AS (
       SELECT *
       FROM judged
       WHERE kind IS NOT NULL
       -- What was changed says more than that its seal is missed.
       ORDER BY array_position(ARRAY['head', 'unsealed'], kind) NULLS FIRST, position
       LIMIT 1
     )
     SELECT
       tail.length::text, encode(tail.hash, 'hex') AS hash, tail.links, tail.more, broken.position::text,
       broken.seq::text, broken.kind
     FROM tail
     LEFT JOIN broken ON true`,
    [chain, length, hash, unsealedUpTo],
  )) as Page;

interface SealedLink {
  readonly position: string;
  readonly seq: string;
  readonly keyId: string;
  readonly nonce: Buffer;
  readonly mac: Buffer;
  readonly hash: Buffer;
  readonly tx: string;
}

/** The first link after `from` whose seal was not made with one of the keys. */
async function badSeal(
  rows: Rows,
  keys: AuditKeys,
  { chain, length }: ChainHead,
  upTo: string,
): Promise<Found | undefined> {
  const sealed = await rows.rows<SealedLink>(
    `SELECT
       l.position::text, l.seq::text, coalesce(l.key_id, '') AS "keyId", coalesce(l.nonce, '') AS nonce, l.mac, l.hash,
       e.tx::text
     FROM audit_link l
     JOIN audit_entry e ON e.seq = l.seq
     WHERE l.chain = $1 AND l.position > $2 AND l.position <= $3 AND l.mac IS NOT NULL
     ORDER BY l.position`,
    [chain, length, upTo],
  );
  for (const { position, seq, keyId, nonce, mac, hash, tx } of sealed) {
    const right = keys.linkMac(keyId, nonce, `${chain}/${position}/${tx}/`, hash);
    const kind = right === undefined ? 'key-unknown' : right.equals(mac) ? undefined : 'seal';
    if (kind) return { kind, chain, position: Number(position), entry: seq };
  }
  return undefined;
}
