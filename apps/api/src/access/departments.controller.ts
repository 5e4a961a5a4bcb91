import { Controller } from '@nestjs/common';
import { departments } from '@crm/api-contract/access';
import type { InputOf } from '@crm/api-contract/wire';
import { DepartmentsService } from '@crm/server/access';
import type { Actor } from '@crm/server/data-access';
import { IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class DepartmentsController {
  constructor(private readonly departments: DepartmentsService) {}

  @Route(departments.list)
  list(@Input() { query }: InputOf<typeof departments.list>) {
    return this.departments.list(query);
  }

  @Route(departments.one)
  one(@Input() { params }: InputOf<typeof departments.one>) {
    return this.departments.one(params.id);
  }

  @Route(departments.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof departments.create>) {
    return this.departments.create(actor, body);
  }

  @Route(departments.update)
  change(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof departments.update>,
    @IfMatch() version: number,
  ) {
    return this.departments.change(actor, params.id, version, body);
  }

  @Route(departments.close)
  close(@Who() actor: Actor, @Input() { params }: InputOf<typeof departments.close>) {
    return this.departments.close(actor, params.id);
  }

  @Route(departments.reopen)
  reopen(@Who() actor: Actor, @Input() { params }: InputOf<typeof departments.reopen>) {
    return this.departments.reopen(actor, params.id);
  }

  @Route(departments.merge)
  merge(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof departments.merge>) {
    return this.departments.merge(actor, params.id, body);
  }
}
