import { Inject, Injectable } from '@nestjs/common';
import { BREAK_WORDS, type AuditBreak, type AuditVerdict } from '@crm/api-contract/audit';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, type Rows } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { AuditKeys } from './audit-keys.js';
import { firstReplayed, firstStray, firstUnlinked } from './audit.store.js';
import type { Found } from './break-kinds.js';
import { CHAINS, checkChain } from './chain-check.js';
import { compareFile, readAnchorFile } from './file-check.js';
import { checkHeads, checkPunctual, type HeadsFound } from './head-check.js';
import { PersonalValues } from './personal.js';
import { checkSegments, type SegmentsFound } from './segments.js';
import { beginningOf, placeOf } from './signed-head.js';

/**
 * Proves that nobody has changed the trail: every chain from its beginning to its head, every seal and signed head with
 * the key, and the file outside the database.
 */
@Injectable()
export class AuditVerifier {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly personal: PersonalValues,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async verify(): Promise<AuditVerdict> {
    const keys = AuditKeys.of(this.config.audit);
    const { heads, segments, found, entries } = await this.database.read(async (rows) => {
      const place = await placeOf(rows, this.config.zone);
      const file = keys && (await readAnchorFile(this.config.audit.anchorDir, keys));
      const left = keys && (await checkSegments(rows, keys, this.config.audit.segmentDir));
      const signed = keys && (await checkHeads(rows, keys, place, left?.heads ?? new Map()));
      return {
        heads: signed,
        segments: left?.count ?? 0,
        found: [
          ...(left?.found ?? []),
          ...(await this.chains(rows, keys, signed, left)),
          ...(signed?.found ?? [{ kind: 'no-key' } as const]),
          ...(file && signed ? compareFile(file, signed) : []),
          ...(keys ? await this.personal.check(rows) : []),
          ...(await checkPunctual(rows, this.config.zone)),
        ],
        entries: (await rows.one<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry'))?.n ?? 0,
      };
    });
    if (found.length > 0) this.log.error({ breaks: found }, 'the audit trail is not intact');
    return {
      intact: found.length === 0,
      entries,
      chains: CHAINS.length,
      heads: heads?.count ?? 0,
      anchors: heads?.anchors ?? 0,
      signedAt: heads?.last?.at ?? null,
      segments,
      breaks: found.map(told),
      verifiedAt: this.clock.now().toISOString(),
    };
  }

  private async chains(
    rows: Rows,
    keys: AuditKeys | undefined,
    signed: HeadsFound | undefined,
    left: SegmentsFound | undefined,
  ): Promise<Found[]> {
    const found: Found[] = [];
    for (const chain of CHAINS) {
      const checked = await checkChain(rows, keys, {
        from: left?.heads.get(chain) ?? beginningOf(chain),
        unsealedUpTo: signed?.adopted.get(chain) ?? '0',
      });
      if (checked.found) found.push(checked.found);
    }
    for (const [kind, look] of [
      ['order', firstStray],
      ['unlinked', firstUnlinked],
      ['replayed', firstReplayed],
    ] as const) {
      const one = await look(rows);
      if (one) found.push({ kind, entry: one.entry });
    }
    return found;
  }
}

const told = ({ kind, chain, position, entry, head, days }: Found): AuditBreak => ({
  kind,
  says: BREAK_WORDS[kind],
  chain: chain ?? null,
  position: position ?? null,
  entry: entry ?? null,
  head: head ?? null,
  days: days ?? null,
});
