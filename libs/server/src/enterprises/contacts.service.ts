import { Inject, Injectable } from '@nestjs/common';
import type { Contact, contacts } from '@crm/api-contract/enterprises';
import type { InputOf } from '@crm/api-contract/wire';
import { CLOCK, type Clock } from '@crm/platform/clock';
import { DATABASE, Database, newId, type Rows } from '@crm/platform/db';
import {
  Where,
  assertReach,
  changeRecord,
  known,
  listRows,
  reaching,
  refOf,
  type Actor,
} from '../data-access/index.js';
import { contactTable, contactUnmaskingTable } from './enterprise.entity.js';
import { contactView, type ContactRow } from './enterprise.view.js';
import { enterpriseById, worksWith } from './enterprises.store.js';
import { refuseMerged } from './merged.store.js';
import { admitUnmasking } from './phone-checks.js';

/** Contacts of an enterprise. Only people who work with it see the whole phone number. */
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
        { select: COLUMNS, from, where, sorts: contactTable.sorts('t', 'name', 'createdAt') },
        query,
      );
      return { ...page, data: page.data.map(contactView) };
    });
  }

  async create(actor: Actor, input: InputOf<typeof contacts.create>['body']): Promise<Contact> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const today = this.clock.today();
      const there = await enterpriseById(tx, actor, input.enterpriseId, today);
      if (!there) await refuseMerged(tx, input.enterpriseId);
      known(there);
      await assertReach(tx, actor, ['create', 'Contact'], 'enterprise', input.enterpriseId, today);
      const id = newId();
      await contactTable.insert(tx, {
        ...contactTable.givenIn(input),
        id,
        enterpriseId: input.enterpriseId,
        createdBy: actor.userId,
      });
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
      await assertReach(tx, actor, ['update', 'Contact'], 'contact', id, this.clock.today());
      // If the form sends the masked number back, it is not a new number and changes nothing.
      const phone = before.known ? input.phone : undefined;
      const changes = contactTable.changesIn({ ...input, phone });
      await changeRecord(tx, contactTable, id, version, changes, (row) => contactView({ ...row, known: before.known }));
      return contactView(known(await this.byId(tx, actor, id)));
    });
  }

  /** The whole number; the audit stores the person and the reason. Refuses `reason.says-nothing` and `rate.limited`. */
  async unmask(actor: Actor, id: string, reason: string): Promise<{ id: string; phone: string }> {
    return this.database.transaction(refOf(actor), async (tx) => {
      const contact = known(await this.byId(tx, actor, id));
      await admitUnmasking(tx, actor, reason);
      await contactUnmaskingTable.insert(tx, { id: newId(), contactId: id, userId: actor.userId, reason });
      return { id, phone: contact.phone };
    });
  }

  private async byId(rows: Rows, actor: Actor, id: string): Promise<ContactRow | undefined> {
    const { where, from } = this.seenBy(actor);
    where.and('t.id = ?', id);
    return rows.one<ContactRow>(`SELECT ${COLUMNS} FROM ${from} ${where.sql}`, where.values);
  }

  private seenBy(actor: Actor): { where: Where; from: string } {
    const where = new Where();
    const own = actor.keyScope ? 'false' : where.bind('coalesce(t.created_by = ?::uuid, false)', actor.userId);
    const works = where.bind(...worksWith(actor, 't.enterprise_id'));
    where.and(...reaching(actor, ['read', 'Contact'], ['contact', 't'], this.clock.today()));
    return { where, from: `contact t CROSS JOIN LATERAL (SELECT ${own} OR ${works} AS known) w` };
  }
}

const COLUMNS = `${contactTable.columns('t')}, w.known`;
