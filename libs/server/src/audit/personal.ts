import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '@crm/domain/refusal';
import { CONFIG, type Config } from '@crm/platform/config';
import { traceId } from '@crm/platform/context';
import { DATABASE, Database, computed, type Rows } from '@crm/platform/db';
import { isSamePerson, refOf, type Actor } from '../data-access/index.js';
import { auditEntryTable, auditPersonTable, auditPersonalTable } from './audit.entity.js';
import { AuditKeys } from './audit-keys.js';
import type { Found } from './break-kinds.js';
import type { Person } from './person-key.js';
import {
  commitmentOf,
  encryptBatch,
  erase,
  lockPerson,
  openValues,
  wrapAnew,
  type Personal,
} from './personal-values.js';

/** Stands in an entry in place of a value that tells of a person, until it is opened. */
interface Committed {
  readonly personal: string;
}
type Told = Readonly<Record<string, unknown>> | null;
interface EntryTold {
  readonly id: string;
  readonly before: Told;
  readonly after: Told;
}

const isCommitted = (value: unknown): value is Committed =>
  typeof value === 'object' && value !== null && typeof (value as Committed).personal === 'string';

const PAGE = 5_000;

/** The personal values of the trail: encrypted per person, opened for those who may read the trail. */
@Injectable()
export class PersonalValues {
  private readonly keys: AuditKeys | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.keys = AuditKeys.of(config.audit);
  }

  /** Each minute: encrypts what was written since. Returns the number of values. */
  async encrypt(): Promise<number> {
    const { keys } = this;
    if (!keys) throw new Error('AUDIT_KEY is needed to encrypt personal values');
    const all = async (batch: () => Promise<number>) => {
      let done = 0;
      for (let some = await batch(); some > 0; some = await batch()) done += some;
      return done;
    };
    await all(() => this.database.transaction('system:audit', (tx) => wrapAnew(tx, keys)));
    return all(() => this.database.transaction('system:audit', (tx) => encryptBatch(tx, keys)));
  }

  /**
   * Two people erase a person: the first asks, another agrees. Each is told in the trail in the same transaction.
   * Refuses `erasing.own` to whoever asked. Repeated after the erasing it changes nothing.
   */
  erase(actor: Actor, person: Person, reason: string): Promise<'asked' | 'erased'> {
    const { keys } = this;
    if (!keys) throw new Error('AUDIT_KEY is needed to erase a person');
    const { subject, subjectId } = person;
    return this.database.transaction(refOf(actor), async (tx) => {
      const { askedBy, erasedAt } = await lockPerson(tx, keys, person);
      if (erasedAt !== null) return 'erased';
      if (await isSamePerson(tx, actor, askedBy)) throw Refusal.forbidden('erasing.own');
      if (askedBy === null)
        await auditPersonTable.update(
          tx,
          { subject, subjectId },
          { askedAt: computed('now()'), askedBy: actor.userId, reason },
        );
      else await erase(tx, person, actor.userId);
      await auditEntryTable.insert(tx, {
        actor: refOf(actor),
        request: traceId() ?? '',
        action: askedBy === null ? 'update' : 'delete',
        subject: 'audit_person',
        subjectId: `${subject}/${subjectId}`,
        before: null,
        after: askedBy === null ? { asked_by: actor.userId, reason } : { asked_by: askedBy, reason },
      });
      return askedBy === null ? 'asked' : 'erased';
    });
  }

  /** The entries with their personal values: the value, or `{ erased: true }`, or `{ unreadable: true }`. */
  async opened<Entry extends EntryTold>(rows: Rows, entries: readonly Entry[]): Promise<Entry[]> {
    const held = entries.filter(({ before, after }) =>
      [before, after].some((told) => told && Object.values(told).some(isCommitted)),
    );
    if (held.length === 0) return [...entries];
    const values = await rows.rows<Personal>(
      `SELECT ${auditPersonalTable.every()} FROM audit_personal WHERE entry = ANY($1::bigint[])`,
      [held.map(({ id }) => id)],
    );
    const opened = await openValues(rows, this.keys, values);
    const known = new Map(values.map(({ entry, side, field }, at) => [`${entry} ${side} ${field}`, opened[at]]));
    const told = (entry: Entry, side: 'before' | 'after'): Told =>
      entry[side] &&
      Object.fromEntries(
        Object.entries(entry[side]).map(([field, value]) => {
          if (!isCommitted(value)) return [field, value];
          const found = known.get(`${entry.id} ${side} ${field}`);
          if (found === undefined || found === 'erased') return [field, { erased: true }];
          if (found === 'unreadable' || commitmentOf(found.salt, found.plain) !== value.personal)
            return [field, { unreadable: true }];
          return [field, JSON.parse(found.plain) as unknown];
        }),
      );
    return entries.map((entry) => ({ ...entry, before: told(entry, 'before'), after: told(entry, 'after') }));
  }

  /** Each value is the one whose hash stands in its entry; where one is missing, its person was erased. */
  async check(rows: Rows): Promise<Found[]> {
    for (let after = '0'; ;) {
      const values = await rows.rows<Personal & { readonly committed: string | null }>(
        `SELECT
           ${auditPersonalTable.every('p')},
           CASE p.side WHEN 'before' THEN e.before ELSE e.after END -> p.field ->> 'personal' AS committed
         FROM audit_personal p
         LEFT JOIN audit_entry e ON e.seq = p.entry
         WHERE p.entry > $1
         ORDER BY p.entry
         FETCH FIRST ${PAGE} ROWS WITH TIES`,
        [after],
      );
      const opened = await openValues(rows, this.keys, values);
      const wrong = values.find(({ committed }, at) => {
        const value = opened[at];
        return typeof value !== 'object' || commitmentOf(value.salt, value.plain) !== committed;
      });
      if (wrong) return [{ kind: 'personal', entry: wrong.entry }];
      const last = values.at(-1);
      if (!last || values.length < PAGE) break;
      after = last.entry;
    }
    const missing = await rows.one<{ entry: string }>(
      `SELECT e.seq::text AS entry
       FROM audit_entry e
       CROSS JOIN LATERAL (VALUES ('before', e.before), ('after', e.after)) AS s(side, told)
       CROSS JOIN LATERAL jsonb_each(s.told) AS f(field, value)
       WHERE
         (e.before @? '$.*.personal' OR e.after @? '$.*.personal') AND f.value ->> 'personal' ~ '^[0-9a-f]{64}$'
         AND NOT EXISTS (SELECT FROM audit_personal p WHERE p.entry = e.seq AND p.side = s.side AND p.field = f.field)
         AND NOT EXISTS (
           SELECT FROM audit_person k
           WHERE k.subject = e.subject AND k.subject_id = e.subject_id AND k.erased_at IS NOT NULL
         )
       LIMIT 1`,
    );
    return missing ? [{ kind: 'personal', entry: missing.entry }] : [];
  }
}
