import { Inject, Injectable } from '@nestjs/common';
import type { Contact, contacts } from '@crm/api-contract/enterprises';
import type { InputOf } from '@crm/api-contract/wire';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import { Where, changeRecord, known, listRows, refOf, type Actor } from '../data-access/index.js';
import { contactView, type ContactRow } from './enterprise.view.js';
import { enterpriseById, visibleEnterprises, worksWith } from './enterprises.store.js';

/** The people of a firm; a phone number is whole only for those who work with the firm. */
@Injectable()
export class ContactsService {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: InputOf<typeof contacts.list>['query']) {
    return this.database.read(async (rows) => {
      const { where, from } = this.seenBy(actor);
      where.given(query.filter.enterpriseId, 't.enterprise_id = ?');
      const page = await listRows<ContactRow, (typeof query)['sort']>(
        rows,
        { select: COLUMNS, from, where, sorts: { name: 't.name', createdAt: 't.created_at' } },
        query,
      );
      return { ...page, data: page.data.map(contactView) };
    });
  }

  async create(actor: Actor, input: InputOf<typeof contacts.create>['body']): Promise<Contact> {
    return this.database.transaction(refOf(actor), async (tx) => {
      known(await enterpriseById(tx, actor, input.enterpriseId, this.clock.today()));
      const id = newId();
      await tx.run(
        `INSERT INTO contact (id, enterprise_id, name, title, phone, note, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, input.enterpriseId, input.name, input.title ?? '', input.phone ?? '', input.note ?? '', actor.userId],
      );
      return contactView(known(await this.byId(tx, actor, id)));
    });
  }

  async update(
    actor: Actor,
    id: string,
    version: number,
    input: InputOf<typeof contacts.update>['body'],
  ): Promise<Contact> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const before = known(await this.byId(tx, actor, id));
      // What is shown masked may come back masked: it is no number, and changes nothing.
      const phone = before.known ? input.phone : undefined;
      const changes = Object.fromEntries(
        Object.entries({ ...input, phone }).filter(([, value]) => value !== undefined),
      );
      await changeRecord<ContactRow>(tx, 'contact', id, version, changes, (row) =>
        contactView({ ...row, known: before.known }),
      );
      return contactView(known(await this.byId(tx, actor, id)));
    });
  }

  /** The whole number, with who asked and why kept for good. */
  async unmask(actor: Actor, id: string, reason: string): Promise<{ id: string; phone: string }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const contact = known(await this.byId(tx, actor, id));
      await tx.run('INSERT INTO contact_unmasking (id, contact_id, user_id, reason) VALUES ($1, $2, $3, $4)', [
        newId(),
        id,
        actor.userId,
        reason,
      ]);
      return { id, phone: contact.phone };
    });
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<ContactRow | undefined> {
    const { where, from } = this.seenBy(actor);
    where.and('t.id = ?', id);
    return rows.one<ContactRow>(`SELECT ${COLUMNS} FROM ${from} ${where.sql}`, where.values);
  }

  private seenBy(actor: Actor): { where: Where; from: string } {
    const [works, ...values] = worksWith(actor, 't.enterprise_id');
    // These values come before those of the conditions, so they are numbered by hand.
    let n = 1;
    const numbered = works.replaceAll('?', () => `$${++n}`);
    const where = new Where([actor.userId, ...values]).and(
      ...visibleEnterprises(actor, 't.enterprise_id', this.clock.today()),
    );
    return {
      where,
      from: `
        contact t
        CROSS JOIN LATERAL (SELECT coalesce(t.created_by = $1::uuid, false) OR ${numbered} AS known) w
      `,
    };
  }
}

const COLUMNS = 't.id, t.enterprise_id, t.name, t.title, t.phone, t.note, t.version, w.known';
