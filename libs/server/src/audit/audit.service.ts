import { Inject, Injectable } from '@nestjs/common';
import type { AuditBreak, AuditEntry, AuditVerdict, auditEntries } from '@crm/api-contract/audit';
import type { InputOf } from '@crm/api-contract/wire';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { CONFIG, type Config } from '@crm/platform/config';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { LOGGER, type Logger } from '@crm/platform/log';
import { known, listRows, refOf, shaped, type Actor } from '../data-access/index.js';
import { admitUnmasking } from '../enterprises/index.js';
import { readAnchors, writeAnchor } from './anchors.js';
import { auditUnmaskingTable } from './audit.entity.js';
import * as store from './audit.store.js';
import { masked } from './masked.js';

/** Reads the audit entries that the database wrote, and proves that nobody has changed them since. */
@Injectable()
export class AuditService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  list(_actor: Actor, query: InputOf<typeof auditEntries.list>['query']) {
    return this.database.read(async (rows) => {
      const where = store.entriesWhere(query.filter);
      // The entry number grows with time and has an index.
      const page = await listRows<store.AuditRow, 'at'>(
        rows,
        { select: store.AUDIT_COLUMNS, from: store.AUDIT_FROM, where, sorts: { at: 't.id' } },
        query,
      );
      return { ...page, data: page.data.map(masked) };
    });
  }

  /**
   * One entry with complete numbers. The person and the reason are stored. Refuses `reason.says-nothing` and
   * `rate.limited`.
   */
  unmask(actor: Actor, id: string, reason: string): Promise<AuditEntry> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const row = known(
        await tx.one<store.AuditRow>(`SELECT ${store.AUDIT_COLUMNS} FROM ${store.AUDIT_FROM} WHERE t.id = $1`, [id]),
      );
      await admitUnmasking(tx, actor, reason);
      await auditUnmaskingTable.insert(tx, { id: newId(), entry: id, userId: actor.userId, reason });
      return shaped<AuditEntry>()(row);
    });
  }

  /** Checks each chain from its first entry to its head, then against the anchors outside. */
  async verify(): Promise<AuditVerdict> {
    const anchors = await readAnchors(this.config.dataDir);
    const breaks: AuditBreak[] = [];
    const all = await this.database.read(async (rows) => {
      const chains = await store.heads(rows);
      for (const { chain } of chains) {
        const found = await store.firstBreak(rows, chain);
        if (found) breaks.push(found);
      }
      const unlinked = await store.firstUnlinked(rows);
      if (unlinked) breaks.push({ chain: null, position: null, entry: unlinked.entry, kind: 'unlinked' });
      for (const anchor of anchors) {
        for (const head of anchor.heads) {
          if (breaks.some((one) => one.chain === head.chain) || (await store.holdsAnchor(rows, head))) continue;
          breaks.push({ chain: head.chain, position: Number(head.length), entry: null, kind: 'anchor' });
        }
      }
      return {
        chains: chains.length,
        entries: (await rows.one<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry'))?.n ?? 0,
      };
    });
    if (breaks.length > 0) this.log.error({ breaks }, 'the audit chain is broken');
    return {
      intact: breaks.length === 0,
      ...all,
      anchors: anchors.length,
      breaks,
      verifiedAt: this.clock.now().toISOString(),
    };
  }

  /** Once a day; an existing anchor of the day is kept. */
  async anchor(): Promise<boolean> {
    return writeAnchor(this.config.dataDir, {
      day: this.clock.today(),
      heads: await this.database.read((rows) => store.heads(rows)),
    });
  }
}
