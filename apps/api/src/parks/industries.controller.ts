import { Controller } from '@nestjs/common';
import { industries } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { IndustriesService } from '@crm/server/parks';
import type { Actor } from '@crm/server/data-access';
import { IfGiven, IfMatch, Input, Route, Who } from '../http/route.decorator.js';

@Controller()
export class IndustriesController {
  constructor(private readonly industries: IndustriesService) {}

  @Route(industries.list)
  list(@Who() actor: Actor, @Input() { query }: InputOf<typeof industries.list>) {
    return this.industries.list(actor, query);
  }

  @Route(industries.one)
  one(@Who() actor: Actor, @Input() { params }: InputOf<typeof industries.one>) {
    return this.industries.one(actor, params.id);
  }

  @Route(industries.create)
  create(@Who() actor: Actor, @Input() { body }: InputOf<typeof industries.create>) {
    return this.industries.create(actor, body);
  }

  @Route(industries.update)
  update(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof industries.update>,
    @IfMatch() version: number,
  ) {
    return this.industries.update(actor, params.id, version, body);
  }

  @Route(industries.close)
  close(
    @Who() actor: Actor,
    @Input() { params, body }: InputOf<typeof industries.close>,
    @IfGiven() version: number | undefined,
  ) {
    return this.industries.close(actor, params.id, version, body);
  }

  @Route(industries.reopen)
  reopen(
    @Who() actor: Actor,
    @Input() { params }: InputOf<typeof industries.reopen>,
    @IfGiven() version: number | undefined,
  ) {
    return this.industries.reopen(actor, params.id, version);
  }

  @Route(industries.uses)
  uses(@Who() actor: Actor, @Input() { params }: InputOf<typeof industries.uses>) {
    return this.industries.uses(actor, params.id);
  }
}
