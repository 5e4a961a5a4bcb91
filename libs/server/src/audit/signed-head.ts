import { createHash } from 'node:crypto';
import type { RowOf, Rows, Tx } from '@crm/platform/db';
import { auditHeadTable, type ChainHead, type HeadReason } from './audit.entity.js';
import type { AuditKeys } from './audit-keys.js';
import { CHAINS } from './chain-check.js';

export type SignedHead = RowOf<typeof auditHeadTable>;
type Unsigned = Omit<SignedHead, 'keyId' | 'mac'>;

/** What stands before the first signed head. */
const NOTHING = '0'.repeat(64);

/** The hash that a chain begins with. */
export const beginningOf = (chain: number): ChainHead => ({
  chain,
  length: '0',
  hash: createHash('sha256').update(`chain ${chain}`).digest('hex'),
});

/** The signed words, in one fixed order. A head names the one before it by its seal, so that none can be taken out. */
const textOf = ({ n, at, reason, day, database, guards, heads, previous }: Unsigned): string =>
  JSON.stringify([
    n,
    at,
    reason,
    day,
    database,
    guards,
    heads.map(({ chain, length, hash }) => [chain, length, hash]),
    previous,
  ]);

export const holds = (keys: AuditKeys, head: SignedHead): boolean => keys.holds('head', textOf(head), head);

/** Where and when the database is by its own clock: a head of another database or of tomorrow would prove nothing. */
export interface Place {
  /** The cluster's identifier, which no copy of its tables has, and the name of the database. */
  readonly database: string;
  readonly at: string;
  /** The day in the zone of the office. */
  readonly day: string;
  readonly guards: string;
}

/**
 * The digest of everything that writes the trail or protects it: triggers with their state, and the functions they
 * call. A trigger that is off, or a function that was exchanged, changes it.
 */
const GUARDS = `
  encode(
    sha256(
      convert_to(
        coalesce(
          (
            SELECT
              string_agg(
                concat_ws('|', pg_get_triggerdef(t.oid), t.tgenabled, p.prosrc, p.prosecdef, p.proconfig::text), ';'
                ORDER BY t.tgrelid::regclass::text, t.tgname
              )
            FROM pg_trigger t
            JOIN pg_proc p ON p.oid = t.tgfoid
            WHERE NOT t.tgisinternal AND p.proname LIKE 'audit%'
          ),
          ''
        ) || (
          SELECT string_agg(p.prosrc, ';' ORDER BY p.proname)
          FROM pg_proc p
          WHERE p.proname LIKE 'audit\\_digest%' AND p.pronamespace = 'public'::regnamespace
        ),
        'UTF8'
      )
    ),
    'hex'
  )`;

export const placeOf = async (rows: Rows, zone: string): Promise<Place> =>
  (await rows.one<Place>(
    `SELECT
       (SELECT system_identifier FROM pg_control_system()) || '/' || current_database() AS database,
       date_trunc('milliseconds', clock_timestamp()) AS at, (clock_timestamp() AT TIME ZONE $1)::date AS day,
       ${GUARDS} AS guards`,
    [zone],
  )) as Place;

export interface Known {
  readonly last: SignedHead | undefined;
  /** Where each chain was when it was signed last. */
  readonly heads: ReadonlyMap<number, ChainHead>;
  /** The seals since the last whole head, which is the first of them. */
  readonly since: readonly SignedHead[];
}

/** What has been signed so far, read from the last whole head on. */
export async function knownHeads(rows: Rows): Promise<Known> {
  const since = await rows.rows<SignedHead>(
    `SELECT ${auditHeadTable.every()}
     FROM audit_head
     WHERE n >= coalesce((SELECT max(n) FROM audit_head WHERE reason <> 'seal'), 0)
     ORDER BY n`,
  );
  const heads = new Map(CHAINS.map((chain) => [chain, beginningOf(chain)]));
  for (const one of since) for (const head of one.heads) heads.set(head.chain, head);
  return { last: since.at(-1), heads, since };
}

/** Signs and stores the next head. Only inside the turn of the signer. */
export async function writeHead(
  tx: Tx,
  keys: AuditKeys,
  last: SignedHead | undefined,
  { database, at, day, guards }: Place,
  { reason, heads }: { readonly reason: HeadReason; readonly heads: readonly ChainHead[] },
): Promise<SignedHead> {
  const n = String(BigInt(last?.n ?? '0') + 1n);
  const unsigned = { n, at, reason, day, database, guards, heads, previous: last?.mac ?? NOTHING };
  const head = { ...unsigned, ...keys.sign('head', textOf(unsigned)) };
  await auditHeadTable.insert(tx, head);
  return head;
}

/** Whether `head` follows `before`: the next number, and the seal of the one before in it. */
export const follows = (head: SignedHead, before: SignedHead | undefined): boolean =>
  BigInt(head.n) === BigInt(before?.n ?? '0') + 1n && head.previous === (before?.mac ?? NOTHING);
