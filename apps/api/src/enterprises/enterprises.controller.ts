import { Controller } from '@nestjs/common';
import { contacts, enterprises } from '@crm/api-contract/enterprises';
import type { InputOf } from '@crm/api-contract/wire';
import { ContactsService, EnterprisesService } from '@crm/server/enterprises';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class EnterprisesController {
  constructor(
    private readonly enterprises: EnterprisesService,
    private readonly people: ContactsService,
  ) {}

  @Route(enterprises.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof enterprises.list>) {
    return this.enterprises.list(actor, query);
  }

  @Route(enterprises.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof enterprises.one>) {
    return this.enterprises.one(actor, params.id);
  }

  @Route(enterprises.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof enterprises.create>) {
    return this.enterprises.create(actor, body);
  }

  @Route(enterprises.update)
  update(
    @Who() actor: Actor,
    @IfMatch() version: number,
    @Input() { params, body }: InputOf<typeof enterprises.update>,
  ) {
    return this.enterprises.update(actor, params.id, version, body);
  }

  @Route(contacts.list)
  contacts(@Who() actor: Actor, @Input() { query }: InputOf<typeof contacts.list>) {
    return this.people.list(actor, query);
  }

  @Route(contacts.create)
  addContact(@Who() actor: Actor, @Input() { body }: InputOf<typeof contacts.create>) {
    return this.people.create(actor, body);
  }

  @Route(contacts.update)
  changeContact(
    @Who() actor: Actor,
    @IfMatch() version: number,
    @Input() { params, body }: InputOf<typeof contacts.update>,
  ) {
    return this.people.update(actor, params.id, version, body);
  }

  @Route(contacts.unmask)
  unmask(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof contacts.unmask>) {
    return this.people.unmask(actor, params.id, body.reason);
  }
}
