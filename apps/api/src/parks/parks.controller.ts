import { Controller } from '@nestjs/common';
import { parks } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { ParksService } from '@crm/server/parks';
import type { Actor } from '@crm/server/data-access';
import { IfGiven, IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class ParksController {
  constructor(private readonly parks: ParksService) {}

  @Route(parks.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof parks.list>) {
    return this.parks.list(actor, query);
  }

  @Route(parks.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof parks.one>) {
    return this.parks.one(actor, params.id);
  }

  @Route(parks.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof parks.create>) {
    return this.parks.create(actor, body);
  }

  @Route(parks.update)
  update(@Who() actor: Actor, @Input() { params, body }: InputOf<typeof parks.update>, @IfMatch() version: number) {
    return this.parks.update(actor, params.id, version, body);
  }

  @Route(parks.close)
  close(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof parks.close>,
    @IfGiven() version: number | undefined,
  ) {
    return this.parks.close(actor, params.id, version, body);
  }

  @Route(parks.reopen)
  reopen(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof parks.reopen>,
    @IfGiven() version: number | undefined,
  ) {
    return this.parks.reopen(actor, params.id, version);
  }

  @Route(parks.uses)
  uses(@Who() actor: Actor, @Input() { params }: InputOf<typeof parks.uses>) {
    return this.parks.uses(actor, params.id);
  }
}
