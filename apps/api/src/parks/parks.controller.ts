import { Controller } from '@nestjs/common';
import { industries, parks } from '@crm/api-contract/parks';
import type { InputOf } from '@crm/api-contract/wire';
import { ParksService } from '@crm/server/parks';
import type { Actor } from '@crm/server/data-access';
import { Input, Route, Who } from '../http/route.decorator.js';

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

  @Route(industries.list)
  industries(@Who() actor: Actor, @Input() { query }: InputOf<typeof industries.list>) {
    return this.parks.industries(actor, query);
  }
}
