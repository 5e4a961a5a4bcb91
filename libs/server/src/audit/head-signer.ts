import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Tx } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { addToAnchorFile } from './anchor-file.js';
import { sendAnchor } from './anchor-webhook.js';
import { auditHeadTable, type HeadReason } from './audit.entity.js';
import { AuditKeys } from './audit-keys.js';
import { heads as headsOf } from './audit.store.js';
import { BrokenTrailError, type Found } from './break-kinds.js';
import { CHAINS, checkChain } from './chain-check.js';
import {
  follows,
  holds,
  knownHeads,
  placeOf,
  writeHead,
  type Known,
  type Place,
  type SignedHead,
} from './signed-head.js';

/** Heads that a crash kept from the file are written by the next. Older ones stay missing, and verifying says so. */
const CATCH_UP_MINUTES = 60;
const ANY_POSITION = '9223372036854775807';

/** `all`: also what is unsealed or was signed elsewhere. Otherwise only new guards are taken, in place of the old. */
export interface Adopting {
  readonly guardsBefore: string | undefined;
  readonly all: boolean;
}

/**
 * Signs the heads of the chains with AUDIT_KEY: each minute what moved, once a day and on demand all of them. What was
 * added since the last signed head is checked first; a broken trail is not signed (BrokenTrailError).
 */
@Injectable()
export class HeadSigner {
  private readonly keys: AuditKeys | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.keys = AuditKeys.of(config.audit);
  }

  /** Each minute. Returns nothing if no chain moved. */
  seal(): Promise<SignedHead | undefined> {
    return this.sign('seal');
  }

  /** On demand. It is written to the database, to the file, and to the webhook if there is one. */
  async anchor(): Promise<SignedHead> {
    const anchor = (await this.sign('anchor')) as SignedHead;
    await this.send(anchor);
    return anchor;
  }

  /** Once a day of the office, by the clock of the database. Repeated on that day it only sends the anchor again. */
  async anchorToday(): Promise<boolean> {
    const { there, day } = await this.database.read(async (rows) => {
      const place = await placeOf(rows, this.config.zone);
      const [found] = await rows.rows<SignedHead>(
        `SELECT ${auditHeadTable.every()}
         FROM audit_head
         WHERE reason = 'anchor' AND day = $1::date
         ORDER BY n DESC
         LIMIT 1`,
        [place.day],
      );
      return { there: found, day: place.day };
    });
    this.log.debug({ day, there: there !== undefined }, 'anchor of the day');
    if (there) await this.send(there);
    else await this.anchor();
    return there === undefined;
  }

  /** What writes and protects the trail now, as a digest. */
  async guards(): Promise<string> {
    return (await this.database.read((rows) => placeOf(rows, this.config.zone))).guards;
  }

  /** An act of the operator: signs what a migration brought, and what was there before anything was signed. */
  adopt(adopting: Adopting): Promise<SignedHead | undefined> {
    return this.sign('adopted', adopting);
  }

  /** After old entries left: what stands in the database now begins later. */
  segmentLeft(): Promise<SignedHead | undefined> {
    return this.sign('segment');
  }

  private async sign(reason: HeadReason, adopting?: Adopting): Promise<SignedHead | undefined> {
    const { keys } = this;
    if (!keys) throw new Error('AUDIT_KEY is needed to sign the audit trail');
    const signed = await this.database.transaction('system:audit', (tx) => this.signIn(tx, keys, reason, adopting));
    if (signed.length > 0)
      await addToAnchorFile(this.config.audit.anchorDir, signed).catch((error: unknown) =>
        this.log.error({ err: error }, 'the signed head could not be written outside the database'),
      );
    return signed.at(-1);
  }

  /** Returns the new head after those of the last hour, which the file may lack; nothing if nothing moved. */
  private async signIn(tx: Tx, keys: AuditKeys, reason: HeadReason, adopting?: Adopting): Promise<SignedHead[]> {
    await tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['audit heads']);
    const known = await knownHeads(tx);
    const place = await placeOf(tx, this.config.zone);
    if (!adopting) this.assertKnown(keys, known, place);
    else if (known.last && !adopting.all)
      this.assertKnown(keys, known, { ...place, guards: adopting.guardsBefore ?? place.guards });
    const now = new Map((await headsOf(tx)).map((head) => [head.chain, head]));
    const moved = CHAINS.filter((chain) => {
      const [was, is] = [known.heads.get(chain), now.get(chain)];
      return was?.length !== is?.length || was?.hash !== is?.hash;
    });
    if (moved.length === 0 && (reason === 'seal' || (adopting && !known.last))) return [];
    const found: Found[] = [];
    const heads = new Map(known.heads);
    for (const chain of moved) {
      const from = known.heads.get(chain);
      if (!from) continue;
      const unsealedUpTo = adopting && (adopting.all || !known.last) ? ANY_POSITION : '0';
      const checked = await checkChain(tx, keys, { from, unsealedUpTo });
      if (checked.found) found.push(checked.found);
      heads.set(chain, checked.head);
    }
    if (found.length > 0) throw this.broken(found);
    const told = reason === 'seal' ? moved : CHAINS;
    const head = await writeHead(tx, keys, known.last, place, {
      reason,
      heads: told.flatMap((chain) => heads.get(chain) ?? []),
    });
    const recent = Date.parse(place.at) - CATCH_UP_MINUTES * 60_000;
    return [...known.since.filter(({ at }) => Date.parse(at) >= recent), head];
  }

  /** What was signed must still be what is there, or the new head would cover it up. */
  private assertKnown(keys: AuditKeys, { since, last }: Known, place: Place): void {
    const found: Found[] = [];
    since.forEach((head, at) => {
      if (!holds(keys, head)) found.push({ kind: 'head-forged', head: head.n });
      else if (at > 0 && !follows(head, since[at - 1])) found.push({ kind: 'head-missing', head: head.n });
    });
    if (last && last.database !== place.database) found.push({ kind: 'database', head: last.n });
    if (last && last.guards !== place.guards) found.push({ kind: 'guards', head: last.n });
    if (found.length > 0) throw this.broken(found);
  }

  private broken(found: readonly Found[]): BrokenTrailError {
    this.log.error({ breaks: found }, 'the audit trail is broken and not signed');
    return new BrokenTrailError(found);
  }

  private async send(anchor: SignedHead): Promise<void> {
    if (this.config.audit.anchorWebhook) await sendAnchor(this.config.audit.anchorWebhook, anchor);
  }
}
