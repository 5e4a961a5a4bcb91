import { Inject, Injectable } from '@nestjs/common';
import type { AuditAnchor, AuditEntry, AuditVerdict, auditEntries } from '@crm/api-contract/audit';
import type { InputOf } from '@crm/api-contract/wire';
import { isReason } from '@crm/domain/enterprises';
import { Refusal } from '@crm/domain/refusal';
import { DATABASE, Database, newId } from '@crm/platform/db';
import { known, listRows, refOf, shaped, type Actor } from '../data-access/index.js';
import { admitUnmasking } from '../enterprises/index.js';
import { auditUnmaskingTable } from './audit.entity.js';
import * as store from './audit.store.js';
import { BrokenTrailError } from './break-kinds.js';
import { HeadSigner } from './head-signer.js';
import { masked } from './masked.js';
import { PersonalValues } from './personal.js';
import { AuditVerifier } from './verifier.js';

/** Reads the audit entries that the database wrote, proves that nobody has changed them since, and anchors them. */
@Injectable()
export class AuditService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly verifier: AuditVerifier,
    private readonly signer: HeadSigner,
    private readonly personal: PersonalValues,
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
      return { ...page, data: (await this.personal.opened(rows, page.data)).map(masked) };
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
      return shaped<AuditEntry>()(known((await this.personal.opened(tx, [row]))[0]));
    });
  }

  /**
   * Destroys what the trail tells of a person (a contact, who reported a lead, or an account) once a second person
   * agrees. The entries stay and verify. Refuses `reason.says-nothing` and `erasing.own`.
   */
  async erase(
    actor: Actor,
    { subject, subjectId, reason }: InputOf<typeof auditEntries.erase>['body'],
  ): Promise<{ state: 'asked' | 'erased' }> {
    if (!isReason(reason)) throw new Refusal('reason.says-nothing').at('/reason');
    return { state: await this.personal.erase(actor, { subject, subjectId }, reason) };
  }

  verify(): Promise<AuditVerdict> {
    return this.verifier.verify();
  }

  /** Signs and anchors the heads of all chains now. Refuses `audit.broken`. */
  async anchor(): Promise<AuditAnchor> {
    const { n, at, day, database, heads, mac } = await this.signer.anchor().catch((error: unknown) => {
      throw error instanceof BrokenTrailError ? Refusal.conflict('audit.broken') : error;
    });
    return {
      head: n,
      at,
      day,
      database,
      entries: String(heads.reduce((sum, { length }) => sum + BigInt(length), 0n)),
      mac,
    };
  }
}
