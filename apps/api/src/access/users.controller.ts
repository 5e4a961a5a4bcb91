import { Controller } from '@nestjs/common';
import { departments, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { UsersService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Route(users.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof users.list>) {
    return this.users.list(actor, query);
  }

  @Route(users.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.one>) {
    return this.users.one(actor, params.id);
  }

  @Route(users.unlock)
  unlock(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.unlock>) {
    return this.users.unlock(actor, params.id);
  }

  @Route(departments.list)
  departments(@Who() actor: Actor, @Input() { query }: InputOf<typeof departments.list>) {
    return this.users.departments(actor, query);
  }
}
