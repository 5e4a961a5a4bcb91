import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, createDataSource, type Rows } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { auditSegmentTable, type ChainHead } from './audit.entity.js';
import { AuditKeys } from './audit-keys.js';
import { BrokenTrailError } from './break-kinds.js';
import { checkChain } from './chain-check.js';
import { checkHeads } from './head-check.js';
import { HeadSigner } from './head-signer.js';
import { writeManifest, writeSegmentFile, type Leaving } from './segment-file.js';
import { checkSegments, signSegment, type Segment } from './segments.js';
import { beginningOf, knownHeads, placeOf } from './signed-head.js';

/** What would leave, or has left, of one chain. */
export interface Move extends Leaving {
  readonly entries: number;
}

interface Begin {
  readonly from: ChainHead;
  readonly signed: string;
  readonly adopted: string;
}

/**
 * Entries older than AUDIT_KEEP_DAYS leave the database as sealed files: of each chain its whole beginning, first
 * verified, then written, then removed by the owner of the tables in the transaction that leaves the signed segment.
 */
@Injectable()
export class Retention {
  private readonly keys: AuditKeys | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly signer: HeadSigner,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.keys = AuditKeys.of(config.audit);
  }

  /** What would leave now, chain by chain; nothing is changed. Nothing without AUDIT_KEEP_DAYS. */
  async rehearse(): Promise<Move[]> {
    return (await this.plan()).map(({ move }) => move);
  }

  private async plan(): Promise<{ readonly begin: Begin; readonly move: Move }[]> {
    const { keepDays } = this.config.audit;
    const { keys } = this;
    if (keepDays === undefined || !keys) return [];
    return this.database.read(async (rows) => {
      const planned: { begin: Begin; move: Move }[] = [];
      for (const begin of await this.begins(rows, keys))
        for (const move of await leaving(rows, begin, keepDays)) planned.push({ begin, move });
      return planned;
    });
  }

  /** Moves what the rehearsal says. Throws BrokenTrailError, and moves nothing more, where a chain is broken. */
  async move(): Promise<Move[]> {
    const planned = await this.plan();
    const { databaseOwnerUrl } = this.config;
    if (planned.length === 0) return [];
    const { keys } = this;
    if (!databaseOwnerUrl || !keys)
      throw new Error('AUDIT_KEEP_DAYS needs DATABASE_OWNER_URL and AUDIT_KEY: the runtime role can remove no entry');
    const source = createDataSource({
      url: databaseOwnerUrl,
      pool: 1,
      migrations: [],
      applicationName: 'crm-audit-retention',
      log: this.log,
    });
    const owner = new Database(await source.initialize());
    try {
      for (const { begin, move } of planned) await this.leave(owner, keys, begin, move);
    } finally {
      await source.destroy();
    }
    await this.signer.segmentLeft();
    const moves = planned.map(({ move }) => move);
    this.log.info({ moves }, 'old audit entries left as sealed files');
    return moves;
  }

  private async leave(owner: Database, keys: AuditKeys, begin: Begin, move: Move): Promise<void> {
    const { segmentDir } = this.config.audit;
    const { found } = await this.database.read((rows) =>
      checkChain(rows, keys, { from: begin.from, unsealedUpTo: begin.adopted }),
    );
    if (found) throw new BrokenTrailError([found]);
    const written = await writeSegmentFile(this.database, segmentDir, move);
    const segment = await owner.transaction('system:audit', async (tx) => {
      await tx.run(`SELECT set_config('statement_timeout', '600000', true), set_config('app.segment', 'leaves', true)`);
      const gone = await tx.one<Pick<Segment, 'entries' | 'hash' | 'fromAt' | 'toAt'>>(
        `WITH links AS (
           DELETE FROM audit_link WHERE chain = $1 AND position BETWEEN $2 AND $3 RETURNING seq, position, hash
         ),
         entries AS (DELETE FROM audit_entry WHERE seq IN (SELECT seq FROM links) RETURNING at),
         personal AS (DELETE FROM audit_personal WHERE entry IN (SELECT seq FROM links))
         SELECT
           (SELECT count(*) FROM entries)::text AS entries, min(at) AS "fromAt", max(at) AS "toAt",
           (SELECT encode(hash, 'hex') FROM links WHERE position = $3) AS hash
         FROM entries`,
        [move.chain, move.first, move.last],
      );
      if (!gone || Number(gone.entries) !== move.entries)
        throw new Error(`${gone?.entries} entries instead of ${move.entries} would leave chain ${move.chain}`);
      const { at, database } = await placeOf(tx, this.config.zone);
      const left = signSegment(keys, {
        chain: move.chain,
        first: move.first,
        last: move.last,
        before: begin.from.hash,
        at,
        database,
        ...gone,
        ...written,
      });
      await auditSegmentTable.insert(tx, left);
      return left;
    });
    await writeManifest(segmentDir, segment);
  }

  /** Where each chain begins now, how far it is signed, and how far it may be unsealed. */
  private async begins(rows: Rows, keys: AuditKeys): Promise<Begin[]> {
    const place = await placeOf(rows, this.config.zone);
    const segments = await checkSegments(rows, keys, this.config.audit.segmentDir);
    const signed = await checkHeads(rows, keys, place, segments.heads);
    const found = [...segments.found, ...signed.found];
    if (found.length > 0) throw new BrokenTrailError(found);
    const { heads } = await knownHeads(rows);
    return [...heads.values()].map(({ chain, length }) => ({
      from: segments.heads.get(chain) ?? beginningOf(chain),
      signed: length,
      adopted: signed.adopted.get(chain) ?? '0',
    }));
  }
}

/** The longest beginning of whole transactions that is old enough, and signed. */
async function leaving(rows: Rows, { from, signed, adopted }: Begin, keepDays: number): Promise<Move[]> {
  const { chain, length } = from;
  const found = await rows.one<{ last: string | null }>(
    `SELECT max(l.position)::text AS last
     FROM audit_link l
     WHERE
       l.chain = $1 AND l.position > $2::bigint AND l.position <= $3::bigint
       AND (l.mac IS NOT NULL OR l.position <= $4::bigint)
       AND l.position < coalesce(
         (
           SELECT r.position
           FROM audit_link r
           JOIN audit_entry e ON e.seq = r.seq
           WHERE r.chain = $1 AND r.position > $2::bigint AND e.at >= clock_timestamp() - make_interval(days => $5)
           ORDER BY r.position
           LIMIT 1
         ),
         9223372036854775807
       )`,
    [chain, length, signed, adopted, keepDays],
  );
  if (!found?.last) return [];
  const first = BigInt(length) + 1n;
  return [{ chain, first: String(first), last: found.last, entries: Number(BigInt(found.last) - first + 1n) }];
}
