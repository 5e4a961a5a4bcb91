import { Controller } from '@nestjs/common';
import { departments, userChoices, users } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { UsersService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Route(users.list)
  list(@Input() { query }: InputOf<typeof users.list>) {
    return this.users.list(query);
  }

  @Route(userChoices.list)
  choices(@Input() { query }: InputOf<typeof userChoices.list>) {
    return this.users.choices(query);
  }

  @Route(users.one)
  one(@Input() { params }: InputOf<typeof users.one>) {
    return this.users.one(params.id);
  }

  @Route(users.unlock)
  unlock(@Who() actor: Actor, @Input() { params }: InputOf<typeof users.unlock>) {
    return this.users.unlock(actor, params.id);
  }

  @Route(departments.list)
  departments(@Input() { query }: InputOf<typeof departments.list>) {
    return this.users.departments(query);
  }
}
