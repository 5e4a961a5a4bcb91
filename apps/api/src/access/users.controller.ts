import { Controller } from '@nestjs/common';
import { userChoices, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { PeopleService, UsersService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly people: PeopleService,
  ) {}

  @Route(users.list)
  list(@Input() { query }: InputOf<typeof users.list>) {
    return this.users.list(query);
  }

  @Route(userChoices.list)
  choices(@Input() { query }: InputOf<typeof userChoices.list>) {
    return this.users.choices(query);
  }

  @Route(users.counts)
  counts() {
    return this.users.counts();
  }

  @Route(users.one)
  one(@Input() { params }: InputOf<typeof users.one>) {
    return this.users.one(params.id);
  }

  @Route(users.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof users.create>) {
    return this.people.create(actor, body);
  }

  @Route(users.update)
  change(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof users.update>, @IfMatch() version: number) {
    return this.people.change(actor, params.id, version, body);
  }

  @Route(users.enable)
  enable(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.enable>) {
    return this.people.enable(actor, params.id);
  }

  @Route(users.resetPassword)
  resetPassword(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.resetPassword>) {
    return this.people.resetPassword(actor, params.id);
  }

  @Route(users.unlock)
  unlock(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.unlock>) {
    return this.users.unlock(actor, params.id);
  }
}
